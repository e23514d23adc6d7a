// answer: yes
// reason: Each call makes another channel and starts another goroutine, while an earlier one waits to close what it finds.

package p

import "sync"

type Query struct {
	mu    sync.RWMutex
	abort <-chan struct{}
	done  chan struct{}
}

func (q *Query) watch() {
	q.done = make(chan struct{}) // A
	go func() {
		<-q.abort
		close(q.done) // B
	}()
}

// Done gives the channel that is closed when the query ends.
func (q *Query) Done() <-chan struct{} {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.watch()
	return q.done
}

// Run asks for the channel in each of its turns.
func Run(q *Query, rows chan int) {
	for range rows {
		select {
		case <-q.Done():
			return
		default:
		}
	}
}
