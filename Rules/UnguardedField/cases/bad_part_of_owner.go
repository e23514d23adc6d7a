// race: ok_owned_by_loop.go

package example

import "sync"

type client struct {
	mu   sync.Mutex
	sent int
}

type stream struct {
	client *client
	closed bool
}

func Run(stop <-chan bool, texts []string) bool {
	s := &stream{client: &client{}}
	go func() {
		<-stop
		s.client.mu.Lock()
		s.closed = true // want "field `stream.closed` is written with no lock that both sides hold"
		s.client.sent = 0
		s.client.mu.Unlock()
	}()
	for _, text := range texts {
		if !s.send(text) {
			return false
		}
	}
	return true
}

func (s *stream) send(text string) bool {
	if s.closed {
		return false
	}
	return text != ""
}
