// answer: no (locked)
// reason: All calls of `start` are made with the list's lock, be the list found by way of one of its workers.

package p

import "sync"

type list struct {
	mu      sync.Mutex
	workers []*worker
}

type worker struct {
	list *list
	wg   sync.WaitGroup
	done chan struct{}
}

func (l *list) Ensure() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ensure()
}

func (l *list) ensure() {
	l.remove()
	if len(l.workers) == 0 {
		l.start()
	}
}

func (l *list) start() {
	w := &worker{list: l, done: make(chan struct{})}
	l.workers = append(l.workers, w) // A
	w.wg.Add(1)
	go func() {
		defer w.wg.Done()
		w.run()
		w.list.kick()
	}()
}

func (l *list) remove() {
	kept := l.workers[:0] // B
	for _, w := range l.workers {
		select {
		case <-w.done:
		default:
			kept = append(kept, w)
		}
	}
	l.workers = kept
}

func (l *list) kick() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ensure()
}

func (w *worker) run() { close(w.done) }
