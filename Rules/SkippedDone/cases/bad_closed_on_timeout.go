package example

import "time"

func ask(question func() string) string {
	answer := make(chan string, 1)
	go func() { answer <- question() }()
	select {
	case text := <-answer:
		return text
	case <-time.After(time.Second):
		close(answer) // want "a send on a closed channel panics"
		return ""
	}
}
