// answer: no (before-start)
// reason: Those that call it found no channel under the lock, or made the query; the goroutine is started behind the store, and the channel stays.

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
		defer close(q.done) // B
		<-q.abort
	}()
}

// Done gives the channel that is closed when the query ends.
func (q *Query) Done() <-chan struct{} {
	q.mu.RLock()
	if q.done != nil {
		defer q.mu.RUnlock()
		return q.done
	}
	q.mu.RUnlock()
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.done == nil {
		q.watch()
	}
	return q.done
}

// Start makes a query that is watched from the beginning.
func Start(abort <-chan struct{}) *Query {
	q := &Query{abort: abort}
	q.watch()
	return q
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
