package cases

import "sync"

type group struct {
	sync.WaitGroup
	errs []error
}

func (g *group) run(jobs []func() error) {
	for range jobs {
		go func() {
			g.Add(1) // want "`g.Add\(1\)` runs inside the goroutine that it counts, so `g.Wait\(\)`"
			defer g.Done()
		}()
	}
	g.Wait()
}
