package cases

import "sync"

type counter struct{ value int }

// The signal is a method value that the goroutine gets for a parameter.
func (c *counter) run(step int, done func()) {
	defer func() { c.value += step }()
	defer done() // want "`done\(\)` is deferred after, and so runs before, the deferred change of `c.value`"
}

func countOnce() int {
	var wg sync.WaitGroup
	c := &counter{}
	wg.Add(1)
	go c.run(2, wg.Done)
	wg.Wait()
	return c.value
}
