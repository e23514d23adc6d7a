// answer: yes
// reason: The condition was made with another mutex than the one that guards the length.

package p

import "sync"

type fifo struct {
	mu      sync.Mutex
	waiting sync.Mutex
	done    *sync.Cond
	pending []func()
}

func Start() *fifo {
	f := &fifo{}
	f.done = sync.NewCond(&f.waiting)
	go f.run()
	return f
}

func (f *fifo) Schedule(job func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.pending = append(f.pending, job)
}

func (f *fifo) Pending() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.pending) // A
}

func (f *fifo) run() {
	for {
		f.done.L.Lock()
		if len(f.pending) > 0 {
			f.pending = f.pending[1:] // B
		}
		f.done.Broadcast()
		f.done.L.Unlock()
	}
}
