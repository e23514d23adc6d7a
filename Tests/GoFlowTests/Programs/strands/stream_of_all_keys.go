// answer: yes
// reason: The streams of all keys append to what waits in their hub.

package p

import "sync"

type Hub struct {
	mu      sync.Mutex
	streams map[string]*stream
	waiting []string
}

type stream struct {
	hub      *Hub
	requests chan string
}

func (h *Hub) open() *stream {
	s := &stream{hub: h, requests: make(chan string)}
	go s.run()
	return s
}

func (s *stream) run() {
	for request := range s.requests {
		s.hub.waiting = append(s.hub.waiting, request) // A B
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
}
