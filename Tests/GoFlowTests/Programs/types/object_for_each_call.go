// answer: no (other-memory)
// reason: Each call of Handle makes a session of its own and registers it; no other goroutine counts in it.

package p

import "sync"

type session struct{ seen int }

type Hub struct {
	mu       sync.Mutex
	sessions map[int]*session
}

func (s *session) note() {
	s.seen++ // A B
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
