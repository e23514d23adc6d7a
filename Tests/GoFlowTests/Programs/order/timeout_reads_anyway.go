// answer: yes
// reason: When the timeout wins the select, nothing has joined the goroutine that may just be storing the answer.

package p

import "time"

func Query(ask func() string, timeout time.Duration) string {
	answer := "unknown"
	done := make(chan struct{})
	go func() {
		answer = ask() // A
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(timeout):
	}
	return answer // B
}
