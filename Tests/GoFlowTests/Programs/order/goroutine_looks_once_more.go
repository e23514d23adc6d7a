// answer: yes
// reason: The next goroutine may have set the field anew while its predecessor still looks at it without the lock.

package p

import "sync"

type worker struct {
	mu    sync.Mutex
	wake  chan struct{}
	queue []int
}

func (w *worker) add(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.queue = append(w.queue, n)
	w.startLocked()
}

func (w *worker) startLocked() {
	if len(w.queue) > 0 && w.wake == nil {
		w.wake = make(chan struct{}, 1)
		go w.loop()
	}
}

func (w *worker) loop() {
	for {
		<-w.wake
		w.mu.Lock()
		if len(w.queue) == 0 {
			w.wake = nil // B
			w.mu.Unlock()
			println(w.wake != nil) // A
			return
		}
		w.queue = w.queue[1:]
		w.mu.Unlock()
	}
}

func Use() {
	w := &worker{}
	for i := range 10 {
		w.add(i)
	}
}
