// answer: no (locked)
// reason: Where TryLock fails the function returns, and elsewhere it holds the lock.

package p

import (
	"sync"
	"time"
)

type compactor struct {
	mu   sync.Mutex
	last time.Time
}

func (c *compactor) run(now time.Time) bool {
	if !c.mu.TryLock() {
		return false
	}
	defer c.mu.Unlock()
	c.last = now // A B
	return true
}

func Compact(c *compactor, ticks <-chan time.Time) {
	for now := range ticks {
		go c.run(now)
	}
}
