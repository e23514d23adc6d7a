// answer: yes
// reason: Each goroutine serves its own connection, but tells the streams of all others too, which those write to.

package p

import "sync"

type client struct {
	name    string
	streams map[string]int
}

type server struct {
	mu      sync.Mutex
	clients map[string]*client
	accept  chan string
}

func newServer() *server {
	s := &server{clients: map[string]*client{}, accept: make(chan string)}
	go s.listen()
	return s
}

func (s *server) listen() {
	for name := range s.accept {
		c := &client{name: name, streams: map[string]int{}}
		s.mu.Lock()
		s.clients[name] = c
		s.mu.Unlock()
		go s.serve(c)
	}
}

func (s *server) serve(c *client) {
	for i := 0; i < 10; i++ {
		s.handle(c, c.name)
	}
	s.mu.Lock()
	delete(s.clients, c.name)
	s.mu.Unlock()
}

func (s *server) handle(c *client, name string) {
	s.mu.Lock()
	for _, other := range s.clients {
		println(len(other.streams)) // A
	}
	s.mu.Unlock()
	c.streams[name] = 1 // B
}
