package cases

import "sync"

type crew struct {
	wg   sync.WaitGroup
	done int
}

// The signal is held in a variable.
func (c *crew) work() {
	finish := c.wg.Done
	finish() // want "`finish\(\)` announces completion before the change of `c.done`"
	c.done++
}

func (c *crew) Run() int {
	c.wg.Add(1)
	go c.work()
	c.wg.Wait()
	return c.done
}
