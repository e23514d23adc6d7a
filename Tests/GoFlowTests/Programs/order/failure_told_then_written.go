// answer: yes
// reason: After the first error the goroutine goes on and writes once more.

package p

import "errors"

func Ping(write func() error, closed <-chan struct{}) (err error) {
	failed := make(chan error, 2)
	var last error
	go func() {
		for range 2 {
			if last = write(); last != nil { // A
				failed <- errors.New("write")
			}
		}
	}()
	select {
	case err = <-failed:
		return errors.Join(err, last) // B
	case <-closed:
		return nil
	}
}
