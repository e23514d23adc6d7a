// answer: no (locked)
// reason: Wait gives the lock back only while it sleeps; when it returns the lock is held again, as it is in put.

package p

import "sync"

type stack struct {
	cond  *sync.Cond
	items []int
}

func newStack() *stack {
	return &stack{cond: sync.NewCond(&sync.Mutex{})}
}

func (s *stack) put(v int) {
	s.cond.L.Lock()
	s.items = append(s.items, v) // A
	s.cond.L.Unlock()
	s.cond.Signal()
}

func (s *stack) take() int {
	s.cond.L.Lock()
	defer s.cond.L.Unlock()
	for len(s.items) == 0 {
		s.cond.Wait()
	}
	last := len(s.items) - 1
	v := s.items[last]
	s.items = s.items[:last] // B
	return v
}

func Move(values []int) (sum int) {
	s := newStack()
	for _, v := range values {
		go s.put(v)
	}
	for range values {
		sum += s.take()
	}
	return sum
}
