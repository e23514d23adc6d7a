package example

import "sync/atomic"

type Rate struct{ now, last int64 }

func (r *Rate) Run(ticks <-chan int64) {
	go func() {
		for range ticks {
			atomic.AddInt64(&r.now, 1)
		}
	}()
}

// Two things are assigned at once.
func (r *Rate) Turn() int64 {
	r.now, r.last = 0, r.now // want "field `Rate.now` is used through sync/atomic"
	return r.last
}
