package example

import (
	"sync"
	"time"
)

// A method gives the map and puts another one, or none, in its place under the lock: whoever it
// gives the map to has it alone.

type A struct {
	mu sync.Mutex
	m  map[string]int
}

func (a *A) Observe(k string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.m[k]++
}

func (a *A) take() map[string]int {
	a.mu.Lock()
	defer a.mu.Unlock()
	m := a.m
	a.m = make(map[string]int)
	return m
}

func Report(keys <-chan string) {
	a := &A{m: map[string]int{}}
	go func() {
		for range time.Tick(time.Second) {
			for k, n := range a.take() {
				println(k, n)
			}
		}
	}()
	for k := range keys {
		a.Observe(k)
	}
}

type D struct {
	mu   sync.Mutex
	m    map[string]int
	send func(map[string]int)
}

func (d *D) Touch(k string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.m == nil {
		d.m = make(map[string]int)
		time.AfterFunc(time.Second, d.fire)
	}
	d.m[k]++
}

func (d *D) fire() {
	d.mu.Lock()
	m := d.m
	d.m = nil
	d.mu.Unlock()
	d.send(m)
}
