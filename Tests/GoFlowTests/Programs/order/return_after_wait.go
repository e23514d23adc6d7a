// answer: no (joined)
// reason: The goroutine's assignment of the named result is received for before the return statement writes it.

package p

import "os"

func Store(path string, data []byte) (err error) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		err = os.WriteFile(path, data, 0o600) // A
	}()
	<-done
	if os.IsPermission(err) {
		return nil // B
	}
	return
}
