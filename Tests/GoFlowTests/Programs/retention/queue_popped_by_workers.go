// answer: no (handed-over)
// reason: A worker takes the first item out of the queue under the lock; no other worker gets the same.

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

func (q *Queue) pop() *item {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.items) == 0 {
		return nil
	}
	it := q.items[0]
	q.items = q.items[1:]
	return it
}

func (q *Queue) Work(run func() error) {
	for range 4 {
		go func() {
			for it := q.pop(); it != nil; it = q.pop() {
				it.tries++ // A B
				run()
			}
		}()
	}
}
