// answer: yes
// reason: When TryLock fails the function writes all the same, without the lock that another goroutine holds.

package p

import (
	"sync"
	"time"
)

type sweeper struct {
	mu   sync.Mutex
	last time.Time
}

func (c *sweeper) sweep(now time.Time) {
	if c.mu.TryLock() {
		defer c.mu.Unlock()
	}
	c.last = now // A B
}

func Sweep(c *sweeper, triggers <-chan time.Time) {
	for now := range triggers {
		go c.sweep(now)
	}
}
