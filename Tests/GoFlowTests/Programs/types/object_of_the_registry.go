// answer: yes
// reason: Total reads the sessions of the registry while the goroutines that serve them count in them.

package p

import "sync"

type session struct{ seen int }

type Hub struct {
	mu       sync.Mutex
	sessions map[int]*session
}

func (s *session) note() {
	s.seen++ // A
}

func (h *Hub) Handle(id int, lines []string) {
	s := &session{}
	h.mu.Lock()
	h.sessions[id] = s
	h.mu.Unlock()
	for range lines {
		s.note()
	}
}

func (h *Hub) Serve(ids []int, lines []string) {
	for _, id := range ids {
		go h.Handle(id, lines)
	}
}

func (h *Hub) Total() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	total := 0
	for _, s := range h.sessions {
		total += s.seen // B
	}
	return total
}
