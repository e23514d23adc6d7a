// answer: no (locked)
// reason: What lies in the field is called with the lock held for writing, also by the next one that lies there.

package p

import "sync"

type Rows struct {
	mu     sync.RWMutex
	err    error
	cancel func()
}

type source interface {
	Close(error)
}

func (r *Rows) Wrap(inner source) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	outer := r.cancel
	r.cancel = func() {
		inner.Close(r.err) // A
		if outer != nil {
			outer()
		}
	}
}

func (r *Rows) Next(err error) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	r.err = err // B
}

func (r *Rows) close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.cancel != nil {
		r.cancel()
	}
}

func (r *Rows) Start(done <-chan struct{}) {
	go func() {
		<-done
		r.close()
	}()
}
