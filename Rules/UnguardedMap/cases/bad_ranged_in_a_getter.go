// race: ok_read_only_table.go

package example

import "sync"

type service struct{ methods map[string]bool }

type Server struct {
	mu       sync.Mutex
	services map[string]*service
}

func Start(names <-chan string) *Server {
	s := &Server{services: make(map[string]*service)}
	go func() {
		for name := range names {
			s.mu.Lock()
			s.services[name] = &service{} // want "map `Server.services` is written with no lock that both sides hold"
			s.mu.Unlock()
		}
	}()
	return s
}

func (s *Server) Methods() []string {
	var names []string
	for name, service := range s.services {
		for method := range service.methods {
			names = append(names, name+"/"+method)
		}
	}
	return names
}
