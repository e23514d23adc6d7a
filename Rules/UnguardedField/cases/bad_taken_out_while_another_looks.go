package example

import "sync"

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
	s.n *= 2 // want "field `S.n` is written with no lock"
	return s.n
}

func (a *A) Peek(k string) int {
	a.mu.Lock()
	s := a.m[k]
	a.mu.Unlock()
	if s == nil {
		return 0
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return s.n
}

func New() *A {
	a := &A{m: map[string]*S{}}
	go func() {
		for {
			a.Finish("x")
		}
	}()
	return a
}
