// answer: no (locked)
// reason: Only who has changed the flag from false to true writes, and it sets it back afterwards.

package p

import "sync/atomic"

type sampler struct {
	busy atomic.Bool
	last int
}

func (s *sampler) sample(read func() int) {
	if !s.busy.CompareAndSwap(false, true) {
		return
	}
	s.last = read() // A B
	s.busy.Store(false)
}

func Sample(read func() int, n int) {
	s := new(sampler)
	for range n {
		go s.sample(read)
	}
}
