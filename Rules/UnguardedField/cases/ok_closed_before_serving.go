package example

import (
	"log"
	"net"
	"sync"
)

// Server serves what was registered before.
type Server struct {
	mu       sync.Mutex
	serving  bool
	greeting string
}

func (s *Server) Greet(greeting string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.serving {
		log.Fatal("Greet after Serve")
	}
	s.greeting = greeting
}

func (s *Server) Serve(listener net.Listener) error {
	s.mu.Lock()
	s.serving = true
	s.mu.Unlock()
	for {
		conn, err := listener.Accept()
		if err != nil {
			return err
		}
		go s.handle(conn)
	}
}

// Run greets late, and so ends the process.
func Run(s *Server, listener net.Listener) {
	s.Greet("hello")
	go s.Serve(listener)
	s.Greet("and welcome")
}

func (s *Server) handle(conn net.Conn) {
	defer conn.Close()
	conn.Write([]byte(s.greeting))
}
