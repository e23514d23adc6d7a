package example

import "sync"

type W struct {
	mu    sync.Mutex
	wake  chan struct{}
	queue []int
}

func (w *W) Add(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.queue = append(w.queue, n)
	w.startLocked()
}

func (w *W) startLocked() {
	if len(w.queue) > 0 && w.wake == nil {
		w.wake = make(chan struct{}, 1)
		go w.loop()
	}
}

func (w *W) loop() {
	for {
		<-w.wake
		w.mu.Lock()
		if len(w.queue) == 0 {
			w.wake = nil // want "field `W.wake` is written with no lock"
			w.mu.Unlock()
			println(w.wake != nil)
			return
		}
		w.queue = w.queue[1:]
		w.mu.Unlock()
	}
}

func Use() {
	w := &W{}
	for i := range 10 {
		w.Add(i)
	}
}
