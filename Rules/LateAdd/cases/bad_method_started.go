package cases

import (
	"sync"
	"time"
)

type cleaner struct {
	wg   sync.WaitGroup
	quit chan struct{}
}

func startCleaner() *cleaner {
	c := &cleaner{quit: make(chan struct{})}
	go c.loop()
	return c
}

func (c *cleaner) loop() {
	c.wg.Add(1) // want "`c.wg.Add\(1\)` runs inside the goroutine that it counts, so `c.wg.Wait\(\)`"
	defer c.wg.Done()
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
		case <-c.quit:
			return
		}
	}
}

func (c *cleaner) stop() {
	close(c.quit)
	c.wg.Wait()
}
