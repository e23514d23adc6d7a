// answer: yes
// reason: Who writes asks whether there is a connection yet, so that it may come while Open does.

package p

import (
	"net"
	"sync"
)

type Service struct {
	mu    sync.Mutex
	conn  net.Conn
	lines int
	done  chan struct{}
}

// Open connects, and listens to the other side.
func (s *Service) Open(address string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	s.conn = conn // A
	s.done = make(chan struct{})
	go s.listen()
	return nil
}

func (s *Service) listen() {
	buffer := make([]byte, 512)
	for {
		if _, err := s.conn.Read(buffer); err != nil {
			return
		}
		s.mu.Lock()
		s.lines++
		s.mu.Unlock()
	}
}

// Write says something to the other side.
func (s *Service) Write(text []byte) error {
	if s.conn == nil { // B
		return net.ErrClosed
	}
	_, err := s.conn.Write(text)
	return err
}

// Close ends it.
func (s *Service) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	close(s.done)
	return s.conn.Close()
}
