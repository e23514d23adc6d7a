// answer: no (copied)
// reason: The queue holds values without references, so each push copies the job out of the producer's variable.

package p

import "sync"

type fifo[T any] struct {
	mu    sync.Mutex
	ready sync.Cond
	items []T
}

func newFifo[T any]() *fifo[T] {
	q := &fifo[T]{}
	q.ready.L = &q.mu
	return q
}

func (q *fifo[T]) push(v T) {
	q.mu.Lock()
	q.items = append(q.items, v)
	q.mu.Unlock()
	q.ready.Signal()
}

func (q *fifo[T]) pop() T {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.ready.Wait()
	}
	v := q.items[0]
	q.items = q.items[1:]
	return v
}

type ticket struct{ id int }

func Issue(n int, run func(id int)) {
	q := newFifo[ticket]()
	go func() {
		for {
			t := q.pop()
			run(t.id) // A
		}
	}()
	var t ticket
	for i := range n {
		t.id = i // B
		q.push(t)
	}
}
