package example

import "time"

func Fetch(get func() (string, error)) (body string, err error) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		body, err = get() // want "variable `err` is written with no lock"
	}()
	select {
	case <-done:
	case <-time.After(time.Second):
		println("slow")
	}
	if err != nil {
		return "", err // want "variable `body` is written with no lock"
	}
	return body, nil
}
