// answer: yes
// reason: the lock that is held is the one of another object of the table.
package p

import "sync"

type plugin struct {
	mu    sync.Mutex
	other *plugin
	state int
}

type table struct {
	mu      sync.Mutex
	plugins map[string]*plugin
}

func (t *table) add(name string, next *plugin) {
	p := &plugin{other: next}
	t.mu.Lock()
	t.plugins[name] = p
	t.mu.Unlock()
	next.mu.Lock()
	p.state++ // A
	next.mu.Unlock()
}

func (t *table) reset(name string) {
	t.mu.Lock()
	p := t.plugins[name]
	t.mu.Unlock()
	if p == nil {
		return
	}
	p.mu.Lock()
	p.state = 0 // B
	p.mu.Unlock()
}

func run(t *table) {
	go t.add("a", &plugin{})
	go t.reset("a")
}
