// answer: no (handed-over)
// reason: Each element that the worker takes out of the list is a job of its own, and the producer does not touch it again.

package p

import (
	"container/list"
	"sync"
)

type job struct {
	id    int
	tries int
}

type queue struct {
	mu   sync.Mutex
	jobs *list.List
}

func (q *queue) add(j *job) {
	q.mu.Lock()
	q.jobs.PushBack(j)
	q.mu.Unlock()
}

func (q *queue) work() {
	for {
		q.mu.Lock()
		front := q.jobs.Front()
		if front == nil {
			q.mu.Unlock()
			return
		}
		q.jobs.Remove(front)
		q.mu.Unlock()
		front.Value.(*job).tries++ // A
	}
}

func Fill(n int) {
	q := &queue{jobs: list.New()}
	go q.work()
	for i := range n {
		j := &job{id: i}
		j.tries = -1 // B
		q.add(j)
	}
}
