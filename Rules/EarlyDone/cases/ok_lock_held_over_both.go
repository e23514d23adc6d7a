package cases

import "sync"

type cache struct {
	mu      sync.Mutex
	pending map[string]*sync.WaitGroup
	values  map[string]string
}

// The waiter needs the lock that is held from before Done until after the change.
func (c *cache) fill(key string, load func() string) string {
	wg := new(sync.WaitGroup)
	wg.Add(1)
	go func() {
		value := load()
		c.mu.Lock()
		wg.Done()
		c.values[key] = value
		c.mu.Unlock()
	}()
	wg.Wait()
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.values[key]
}
