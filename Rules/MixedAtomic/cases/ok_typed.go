package example

import (
	"sync/atomic"
	"time"
)

type Stats struct{ done atomic.Int64 }

func Run(jobs <-chan func()) *Stats {
	s := &Stats{}
	go func() {
		for job := range jobs {
			job()
			s.done.Add(1)
		}
	}()
	return s
}

func (s *Stats) Report() {
	for range time.Tick(time.Second) {
		println(s.done.Load())
	}
}
