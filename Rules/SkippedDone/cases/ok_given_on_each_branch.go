package example

func check(run func() error) error {
	done := make(chan error)
	go func() {
		if err := run(); err != nil {
			done <- err
			return
		}
		done <- nil
	}()
	return <-done
}
