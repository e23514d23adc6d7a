package example

import "sync"

// Who takes the map and puts a new one in its place under the lock has the old one alone.

type A struct {
	mu sync.Mutex
	m  map[string]int
}

func New() *A {
	a := &A{m: map[string]int{}}
	go a.run()
	return a
}

func (a *A) Observe(k string) {
	a.mu.Lock()
	a.m[k]++
	a.mu.Unlock()
}

func (a *A) run() {
	for {
		a.mu.Lock()
		m := a.m
		a.m = make(map[string]int)
		a.mu.Unlock()
		for k := range m {
			println(k)
		}
	}
}
