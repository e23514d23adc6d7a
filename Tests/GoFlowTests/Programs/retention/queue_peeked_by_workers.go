// answer: yes
// reason: The first item stays in the queue until it succeeds, so that two workers count its tries at once.

package p

import "sync"

type item struct{ tries int }

type Queue struct {
	mu    sync.Mutex
	items []*item
}

func (q *Queue) Push() {
	q.mu.Lock()
	q.items = append(q.items, &item{})
	q.mu.Unlock()
}

func (q *Queue) first() *item {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.items) == 0 {
		return nil
	}
	return q.items[0]
}

func (q *Queue) Work(run func() error) {
	for range 4 {
		go func() {
			for it := q.first(); it != nil; it = q.first() {
				it.tries++ // A B
				run()
			}
		}()
	}
}
