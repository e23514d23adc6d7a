// answer: yes
// reason: One of those that commit does not hold the lock.

package p

import "sync"

type store struct {
	done func(error)
}

func (s *store) commitWith(callback func(error)) {
	go callback(nil)
}

type batch struct {
	sync.Mutex
	store *store
	err   error
}

func (b *batch) callback(err error) {
	b.Lock()
	defer b.Unlock()
	b.err = err // A
}

func (b *batch) commit() error {
	b.store.commitWith(b.callback)
	return b.err // B
}

func (b *batch) Flush() error {
	b.Lock()
	defer b.Unlock()
	return b.commit()
}

func FlushNew(s *store) error {
	own := &batch{store: s}
	return own.commit()
}
