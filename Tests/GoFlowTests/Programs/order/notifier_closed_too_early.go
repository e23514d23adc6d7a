// answer: yes
// reason: The error is set when the channel of its notifier is closed already, and whoever waited for that reads it.

package p

import "sync"

type notifier struct {
	c   chan struct{}
	err error
}

func (n *notifier) notify(err error) {
	close(n.c)
	n.err = err // A
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
