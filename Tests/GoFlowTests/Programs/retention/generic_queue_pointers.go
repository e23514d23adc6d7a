// answer: yes
// reason: The queue hands out the same pointer that the producer keeps using for the next task.

package p

import "sync"

type queue[T any] struct {
	mu    sync.Mutex
	ready sync.Cond
	items []T
}

func newQueue[T any]() *queue[T] {
	q := &queue[T]{}
	q.ready.L = &q.mu
	return q
}

func (q *queue[T]) push(v T) {
	q.mu.Lock()
	q.items = append(q.items, v)
	q.mu.Unlock()
	q.ready.Signal()
}

func (q *queue[T]) pop() T {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.ready.Wait()
	}
	v := q.items[0]
	q.items = q.items[1:]
	return v
}

type task struct{ id int }

func Produce(n int, run func(id int)) {
	q := newQueue[*task]()
	go func() {
		for {
			run(q.pop().id) // A
		}
	}()
	t := &task{}
	for i := range n {
		t.id = i // B
		q.push(t)
	}
}
