// answer: no (locked)
// reason: The channel has room for one value and the helper says whether it got it in; only who has goes on.

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
	if !c.tryAcquire() {
		return
	}
	defer c.release()
	c.checked = now // A B
}

func Watch(n int) {
	c := newConfig()
	for range n {
		go c.update(time.Now())
	}
}
