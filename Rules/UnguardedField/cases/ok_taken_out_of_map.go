package example

import "sync"

// Who deletes an entry under the lock, or puts another map in the place of the one in which it lies,
// has it alone.

type S struct{ n int }

type A struct {
	mu sync.Mutex
	m  map[string]*S
}

func (a *A) Observe(k string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	s := a.m[k]
	if s == nil {
		s = &S{}
		a.m[k] = s
	}
	s.n++
}

func (a *A) Finish(k string) int {
	a.mu.Lock()
	s := a.m[k]
	delete(a.m, k)
	a.mu.Unlock()
	if s == nil {
		return 0
	}
	s.n *= 2
	return s.n
}

func (a *A) take(k string) (*S, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	s, ok := a.m[k]
	if ok {
		delete(a.m, k)
	}
	return s, ok
}

func (a *A) Cancel(k string) {
	if s, ok := a.take(k); ok {
		s.stop()
	}
}

func (s *S) stop() { s.n = -1 }

func (a *A) Sweep(limit int) int {
	var old []*S
	a.mu.Lock()
	for k, s := range a.m {
		if s.n > limit {
			delete(a.m, k)
			old = append(old, s)
		}
	}
	a.mu.Unlock()
	for _, s := range old {
		s.stop()
	}
	return len(old)
}

func (a *A) Close() {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, s := range a.m {
		s.stop()
	}
	a.m = map[string]*S{}
}

func New() *A {
	a := &A{m: map[string]*S{}}
	go func() {
		for {
			a.Finish("x")
			a.Cancel("y")
			a.Sweep(3)
		}
	}()
	return a
}
