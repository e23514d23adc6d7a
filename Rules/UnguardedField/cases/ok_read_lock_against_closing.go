package example

import "sync"

// Rows belongs to one goroutine; the lock keeps Close, which may come from another one, from
// ending what is in use.
type Rows struct {
	closing sync.RWMutex
	closed  bool
	index   int
}

func (r *Rows) Next() bool {
	r.closing.RLock()
	defer r.closing.RUnlock()
	if r.closed {
		return false
	}
	r.index++
	return true
}

func (r *Rows) Index() int {
	r.closing.RLock()
	defer r.closing.RUnlock()
	return r.index
}

func (r *Rows) Close() {
	r.closing.Lock()
	defer r.closing.Unlock()
	r.closed = true
}
