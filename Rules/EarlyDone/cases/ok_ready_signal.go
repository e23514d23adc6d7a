package cases

import "sync"

type server struct {
	wg    sync.WaitGroup
	ready chan struct{}
	hits  int
}

// ready says that the server has started; the wait group is what its work is waited for with.
func (s *server) serve(requests <-chan int) int {
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		close(s.ready)
		for range requests {
			s.hits++
		}
	}()
	<-s.ready
	s.wg.Wait()
	return s.hits
}
