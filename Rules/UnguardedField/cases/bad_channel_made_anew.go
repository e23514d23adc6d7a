package example

import "sync"

// Worker takes numbers until its channel is exchanged for another one.
type Worker struct {
	mu      sync.Mutex
	numbers chan int
}

func Start() *Worker {
	w := &Worker{numbers: make(chan int)}
	go w.run()
	return w
}

func (w *Worker) run() {
	sum := 0
	for v := range w.numbers {
		sum += v
	}
}

func (w *Worker) Reset() {
	w.mu.Lock()
	defer w.mu.Unlock()
	close(w.numbers)
	w.numbers = make(chan int) // want "numbers"
}

func (w *Worker) Send(v int) {
	w.mu.Lock()
	numbers := w.numbers
	w.mu.Unlock()
	numbers <- v
}
