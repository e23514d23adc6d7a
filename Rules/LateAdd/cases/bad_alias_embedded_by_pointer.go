package cases

import "sync"

type group = sync.WaitGroup

type crew struct{ *group }

// The wait group is embedded by a pointer, under another name.
func (c crew) run(jobs []func()) {
	for _, job := range jobs {
		go func() {
			c.Add(1) // want "`c.Add\(1\)` runs inside the goroutine that it counts"
			defer c.Done()
			job()
		}()
	}
	c.Wait()
}
