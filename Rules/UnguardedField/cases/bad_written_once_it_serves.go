package example

import (
	"log"
	"net"
	"sync"
)

// Server is greeted only while it serves, so that its goroutines look at what changes.
type Server struct {
	mu       sync.Mutex
	serving  bool
	greeting string
}

func (s *Server) Greet(greeting string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.serving {
		log.Fatal("Greet before Serve")
	}
	s.greeting = greeting // want "greeting"
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

// Run serves and is greeted meanwhile.
func Run(s *Server, listener net.Listener) {
	go s.Serve(listener)
	s.Greet("hello")
	s.Greet("and welcome")
}

func (s *Server) handle(conn net.Conn) {
	defer conn.Close()
	conn.Write([]byte(s.greeting))
}
