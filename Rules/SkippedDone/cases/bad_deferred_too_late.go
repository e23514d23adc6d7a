package example

import (
	"errors"
	"os"
	"sync"
)

type Cache struct{ wg sync.WaitGroup }

func (c *Cache) Warm(paths []string) {
	for _, path := range paths {
		c.wg.Add(1)
		go c.warm(path)
	}
	c.wg.Wait()
}

func (c *Cache) warm(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return errors.New("not there")
	}
	c.wg.Done() // want "`c.wg.Done..` is left out by an early return"
	return file.Close()
}
