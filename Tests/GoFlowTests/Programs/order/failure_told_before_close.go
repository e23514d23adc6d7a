// answer: no (before-signal)
// reason: Whichever of the errors comes out, the goroutine sent it after it wrote.

package p

import "errors"

func Ping(write func() error, flush func() error, closed <-chan struct{}) (err error) {
	failed := make(chan error, 1)
	var last error
	go func() {
		if last = write(); last != nil { // A
			failed <- errors.New("write")
			return
		}
		if flush() != nil {
			failed <- errors.New("flush")
		}
	}()
	select {
	case err = <-failed:
		return errors.Join(err, last) // B
	case <-closed:
		return nil
	}
}
