// answer: no (joined)
// reason: The answer is read only in the branch that has received from done; the timeout branch leaves it alone.

package p

import (
	"errors"
	"time"
)

func Request(ask func() string, timeout time.Duration) (string, error) {
	var answer string
	done := make(chan struct{})
	go func() {
		answer = ask() // A
		close(done)
	}()
	select {
	case <-done:
		return answer, nil // B
	case <-time.After(timeout):
		return "", errors.New("timeout")
	}
}
