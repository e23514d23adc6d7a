// answer: yes
// reason: finish sets the flag without the lock that the waiter reads it under; Broadcast alone orders nothing.

package p

import "sync"

type latch struct {
	mu   sync.Mutex
	cond *sync.Cond
	open bool
}

func newLatch() *latch {
	l := &latch{}
	l.cond = sync.NewCond(&l.mu)
	return l
}

func (l *latch) wait() {
	l.mu.Lock()
	for !l.open { // A
		l.cond.Wait()
	}
	l.mu.Unlock()
}

func (l *latch) finish() {
	l.open = true // B
	l.cond.Broadcast()
}

func Boot(start func()) {
	l := newLatch()
	go func() {
		start()
		l.finish()
	}()
	l.wait()
}
