// answer: yes
// reason: return nil assigns the named result err, which the goroutine that was started may be assigning too.

package p

import "os"

func Save(path string, data []byte, later func(func())) (err error) {
	go func() {
		err = os.WriteFile(path, data, 0o600) // A
		later(func() {})
	}()
	if len(data) == 0 {
		return os.ErrInvalid
	}
	return nil // B
}
