// answer: yes
// reason: All goroutines start the first server, whatever index they have.

package p

import "sync"

type server struct{ state int }

func (s *server) run() {
	s.state = 1 // A
	s.state++   // B
}

func launch(servers []*server, idx int) { servers[0].run() }

func StartAll(servers []*server) {
	var wg sync.WaitGroup
	for i := range servers {
		wg.Add(1)
		go func(idx int) {
			defer wg.Done()
			launch(servers, idx)
		}(i)
	}
	wg.Wait()
}
