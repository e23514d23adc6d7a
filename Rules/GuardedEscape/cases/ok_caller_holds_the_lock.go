package example

import "sync"

type Queue struct {
	mu   sync.Mutex
	jobs map[int]string
}

func (q *Queue) jobsLocked() map[int]string { return q.jobs }

func (q *Queue) Put(id int, job string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.jobsLocked()[id] = job
}

func (q *Queue) Count() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	n := 0
	for range q.jobsLocked() {
		n++
	}
	return n
}
