// answer: yes
// reason: crew.Go starts a goroutine for each function, and two of them write the same map before Wait.

package p

import "sync"

type crew struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

func (c *crew) Go(f func() error) {
	c.wg.Add(1)
	go func() {
		defer c.wg.Done()
		if err := f(); err != nil {
			c.once.Do(func() { c.err = err })
		}
	}()
}

func (c *crew) Wait() error {
	c.wg.Wait()
	return c.err
}

func LoadAll(names []string, load func(string) (int, error)) (map[string]int, error) {
	var c crew
	sizes := make(map[string]int, len(names))
	for _, n := range names {
		c.Go(func() error {
			size, err := load(n)
			sizes[n] = size // A B
			return err
		})
	}
	return sizes, c.Wait()
}
