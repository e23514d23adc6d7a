package example

import (
	"sync/atomic"
	"time"
)

type Stats struct{ done int64 }

func Run(jobs <-chan func()) *Stats {
	s := &Stats{}
	for range 4 {
		go func() {
			for job := range jobs {
				job()
				atomic.AddInt64(&s.done, 1)
			}
		}()
	}
	return s
}

func (s *Stats) Report() {
	for range time.Tick(time.Second) {
		println(s.done) // want "field `Stats.done` is used through sync/atomic"
	}
}
