// answer: yes
// reason: Lost connections are opened again by the goroutine that listens, while others write to them.

package p

import (
	"net"
	"sync"
)

type Service struct {
	mu      sync.Mutex
	conn    net.Conn
	lines   int
	address string
	done    chan struct{}
}

// Open connects, and listens to the other side.
func (s *Service) Open(address string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	s.address = address
	s.conn = conn // A
	s.done = make(chan struct{})
	go s.listen()
	return nil
}

func (s *Service) listen() {
	buffer := make([]byte, 512)
	for {
		if _, err := s.conn.Read(buffer); err != nil {
			if s.Open(s.address) != nil {
				return
			}
			return
		}
		s.mu.Lock()
		s.lines++
		s.mu.Unlock()
	}
}

// Write says something to the other side.
func (s *Service) Write(text []byte) error {
	_, err := s.conn.Write(text) // B
	return err
}

// Close ends it.
func (s *Service) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	close(s.done)
	return s.conn.Close()
}
