// answer: no (locked)
// reason: the condition and its lock are the object's own, and by its name in the table too the lock is held.
package p

import "sync"

type plugin struct {
	ready *sync.Cond
	state int
}

func (p *plugin) setLocked() { p.state++ }

func (p *plugin) activate() {
	p.ready.L.Lock()
	p.setLocked() // A
	p.ready.L.Unlock()
}

type table struct {
	mu      sync.Mutex
	plugins map[string]*plugin
}

func (t *table) add(name string) {
	p := &plugin{ready: sync.NewCond(&sync.Mutex{})}
	t.mu.Lock()
	t.plugins[name] = p
	t.mu.Unlock()
	p.activate()
}

func (t *table) reset(name string) {
	t.mu.Lock()
	p := t.plugins[name]
	t.mu.Unlock()
	if p == nil {
		return
	}
	p.ready.L.Lock()
	p.state = 0 // B
	p.ready.L.Unlock()
}

func run(t *table) {
	go t.add("a")
	go t.reset("a")
}
