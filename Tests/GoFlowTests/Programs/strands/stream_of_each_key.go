// answer: no (other-memory)
// reason: Each call of open makes a stream and starts its loop: the loops of two keys have a stream each, though all of them lie in one map.

package p

import "sync"

type Hub struct {
	mu      sync.Mutex
	streams map[string]*stream
}

type stream struct {
	requests chan string
	waiting  []string
}

func (h *Hub) open() *stream {
	s := &stream{requests: make(chan string)}
	go s.run()
	return s
}

func (s *stream) run() {
	for request := range s.requests {
		s.waiting = append(s.waiting, request) // A B
		s.flush()
	}
}

func (s *stream) flush() {
	if len(s.waiting) > 8 {
		s.waiting = nil
	}
}

func (h *Hub) Send(key, request string) {
	h.mu.Lock()
	s := h.streams[key]
	if s == nil {
		s = h.open()
		h.streams[key] = s
	}
	h.mu.Unlock()
	s.requests <- request
}

func Watch(keys []string) {
	h := &Hub{streams: map[string]*stream{}}
	for _, key := range keys {
		h.Send(key, "watch")
	}
	go func() {
		for {
			h.Send("tick", "watch")
		}
	}()
	for {
		h.Send("all", "watch")
	}
}
