// answer: yes
// reason: Who does not get the value into the channel goes on all the same.

package p

import "time"

type config struct {
	sema    chan struct{}
	checked time.Time
}

func newConfig() *config { return &config{sema: make(chan struct{}, 1)} }

func (c *config) tryAcquire() bool {
	select {
	case c.sema <- struct{}{}:
		return true
	default:
		return false
	}
}

func (c *config) release() { <-c.sema }

func (c *config) update(now time.Time) {
	if c.tryAcquire() {
		defer c.release()
	}
	c.checked = now // A B
}

func Watch(n int) {
	c := newConfig()
	for range n {
		go c.update(time.Now())
	}
}
