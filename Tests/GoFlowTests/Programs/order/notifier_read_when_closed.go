// answer: no (before-signal)
// reason: Each notifier gets its error before its channel is closed, and whoever reads the error of a notifier has received from the channel of that one.

package p

import "sync"

type notifier struct {
	c   chan struct{}
	err error
}

func (n *notifier) notify(err error) {
	n.err = err // A
	close(n.c)
}

type Reader struct {
	mu   sync.RWMutex
	next *notifier
	ask  chan struct{}
	stop chan struct{}
}

func New(confirm func() error) *Reader {
	r := &Reader{next: &notifier{c: make(chan struct{})}, ask: make(chan struct{}, 1), stop: make(chan struct{})}
	go r.loop(confirm)
	return r
}

func (r *Reader) Stop() { close(r.stop) }

func (r *Reader) loop(confirm func() error) {
	for {
		select {
		case <-r.ask:
		case <-r.stop:
			return
		}
		next := &notifier{c: make(chan struct{})}
		r.mu.Lock()
		n := r.next
		r.next = next
		r.mu.Unlock()
		n.notify(confirm())
	}
}

func (r *Reader) Read() error {
	r.mu.RLock()
	n := r.next
	r.mu.RUnlock()
	select {
	case r.ask <- struct{}{}:
	default:
	}
	select {
	case <-n.c:
		return n.err // B
	case <-r.stop:
		return nil
	}
}
