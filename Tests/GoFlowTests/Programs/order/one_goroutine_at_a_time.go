// answer: no (locked)
// reason: A goroutine begins only after its predecessor has set the field back under the lock, which was its last act.

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
		<-w.wake // A
		w.mu.Lock()
		if len(w.queue) == 0 {
			w.wake = nil // B
			w.mu.Unlock()
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
