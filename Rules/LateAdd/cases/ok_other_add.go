package cases

import "sync/atomic"

type stats struct{ n atomic.Int64 }

// Add of something that is no wait group.
func (s *stats) count(jobs []func()) {
	for _, job := range jobs {
		go func() {
			s.n.Add(1)
			defer s.n.Add(-1)
			job()
		}()
	}
}
