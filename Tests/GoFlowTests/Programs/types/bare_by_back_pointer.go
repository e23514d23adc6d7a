// answer: yes
// reason: The job reaches the queue by its back pointer and counts down without the lock that Add holds.

package p

import "sync"

type queue struct {
	mu      sync.Mutex
	pending int
	wake    chan *job
}

type job struct{ owner *queue }

func newQueue() *queue {
	q := &queue{wake: make(chan *job)}
	go q.run()
	return q
}

func (q *queue) run() {
	for j := range q.wake {
		j.finish()
	}
}

func (j *job) finish() {
	j.owner.pending-- // A
}

func (q *queue) Add() {
	q.mu.Lock()
	q.pending++ // B
	q.mu.Unlock()
	q.wake <- &job{owner: q}
}

func Start() *queue { return newQueue() }
