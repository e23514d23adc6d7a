package example

import "context"

func call(ctx context.Context, work func() error) error {
	result := make(chan error)
	defer close(result) // want "`close.result.` may come before `result <- work..`"
	go func() {
		result <- work()
	}()
	select {
	case err := <-result:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}
