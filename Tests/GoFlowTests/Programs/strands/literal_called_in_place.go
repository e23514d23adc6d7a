// answer: no (one-goroutine)
// reason: The literal is called where it stands, so it is over before the next line runs.

package p

import "os"

func ReadConfig(paths []string) (string, error) {
	var last error
	for _, path := range paths {
		text, ok := func() (string, bool) {
			b, err := os.ReadFile(path)
			if err != nil {
				last = err // A
				return "", false
			}
			return string(b), true
		}()
		if ok {
			return text, nil
		}
	}
	return "", last // B
}
