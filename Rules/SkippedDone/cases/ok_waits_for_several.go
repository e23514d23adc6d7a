package example

import "errors"

func first(run func() error, stop <-chan struct{}) error {
	done := make(chan struct{})
	failed := make(chan error, 1)
	go func() {
		if err := run(); err != nil {
			failed <- err
			return
		}
		close(done)
	}()
	select {
	case <-done:
		return nil
	case err := <-failed:
		return err
	case <-stop:
		return errors.New("stopped")
	}
}
