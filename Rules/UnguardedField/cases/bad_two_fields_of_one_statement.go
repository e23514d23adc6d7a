package example

import "sync"

// One mutex guards both of them, also where only one is read.
type gauge struct {
	last  int
	count int
}

func (g *gauge) Record(v int) {
	g.last, g.count = v, g.count+1 // want "fields `gauge.count` and `gauge.last` are written with no lock"
}

func (g *gauge) Count() int { return g.count }

func Run() (int, int) {
	g := &gauge{}
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			g.Record(i)
		}()
	}
	n := g.Count()
	last := g.last
	wg.Wait()
	return n, last
}
