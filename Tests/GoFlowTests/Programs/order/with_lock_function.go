// answer: no (locked)
// reason: locked runs the function it is given between Lock and Unlock, on both sides.

package p

import "sync"

type state struct {
	mu    sync.Mutex
	peers []string
}

func (s *state) locked(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f()
}

func (s *state) join(addr string) {
	s.locked(func() {
		s.peers = append(s.peers, addr) // A
	})
}

func (s *state) first() (addr string) {
	s.locked(func() {
		if len(s.peers) > 0 {
			addr = s.peers[0] // B
		}
	})
	return addr
}

func Gossip(addrs []string) string {
	s := &state{}
	for _, a := range addrs {
		go s.join(a)
	}
	return s.first()
}
