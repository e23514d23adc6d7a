package example

import "slices"

type Job struct{ Names []string }

type Queue struct{ jobs chan Job }

func NewQueue() *Queue {
	q := &Queue{jobs: make(chan Job, 8)}
	go func() {
		for job := range q.jobs {
			for _, name := range job.Names {
				println(name)
			}
		}
	}()
	return q
}

func (q *Queue) Put(names []string) { q.jobs <- Job{Names: slices.Clone(names)} }

func Fill(q *Queue, rounds int) {
	names := make([]string, 1)
	for range rounds {
		names[0] = "x"
		q.Put(names)
	}
}
