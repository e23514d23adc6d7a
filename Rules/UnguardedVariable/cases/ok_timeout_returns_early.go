package example

import (
	"errors"
	"time"
)

func Fetch(get func() (string, error)) (string, error) {
	var body string
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		body, err = get()
	}()
	select {
	case <-done:
		return body, err
	case <-time.After(time.Second):
		return "", errors.New("too slow")
	}
}
