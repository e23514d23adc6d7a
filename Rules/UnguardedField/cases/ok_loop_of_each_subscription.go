// Each call makes a subscription and starts its loop: no two loops have the same one.
package example

import "sync"

type hub struct {
	mu   sync.Mutex
	subs map[string]*subscription
}

type subscription struct {
	in      chan string
	pending int
}

func (h *hub) open() *subscription {
	s := &subscription{in: make(chan string)}
	go s.loop()
	return s
}

func (s *subscription) loop() {
	for line := range s.in {
		s.pending += len(line)
		if s.pending > 1000 {
			s.pending = 0
		}
	}
}

func (h *hub) publish(topic, line string) {
	h.mu.Lock()
	s := h.subs[topic]
	if s == nil {
		s = h.open()
		h.subs[topic] = s
	}
	h.mu.Unlock()
	s.in <- line
}

func relay(h *hub, topics []string, lines <-chan string) {
	for line := range lines {
		for _, topic := range topics {
			h.publish(topic, line)
		}
	}
}
