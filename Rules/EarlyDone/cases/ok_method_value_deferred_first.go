package cases

import "sync"

type gauge struct {
	wg    sync.WaitGroup
	value int
}

// The method value is deferred first and runs last.
func (g *gauge) set(value int) {
	defer g.wg.Done()
	release := g.wg.Done
	_ = release
	g.value = value
}

func (g *gauge) later(finish func()) {
	defer finish()
	g.value++
}

func (g *gauge) Value() int {
	g.wg.Add(1)
	go g.set(1)
	g.wg.Wait()
	g.wg.Add(1)
	go g.later(g.wg.Done)
	g.wg.Wait()
	return g.value
}
