// answer: no (locked)
// reason: The function goes on only if TryLock succeeded, so the write always happens with the lock held.

package p

import (
	"sync"
	"time"
)

type compactor struct {
	mu   sync.Mutex
	last time.Time
}

func (c *compactor) compact(now time.Time) bool {
	if !c.mu.TryLock() {
		return false
	}
	defer c.mu.Unlock()
	c.last = now // A B
	return true
}

func Compact(c *compactor, triggers <-chan time.Time) {
	for now := range triggers {
		go c.compact(now)
	}
}
