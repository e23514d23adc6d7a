// answer: no (before-start)
// reason: The goroutines that restore what was there are over before anybody has the daemon.

package p

import "sync"

type entry struct {
	settings map[string]string
}

type Daemon struct {
	mu      sync.Mutex
	entries map[string]*entry
}

func New(names []string) *Daemon {
	d := &Daemon{entries: make(map[string]*entry)}
	for _, name := range names {
		d.entries[name] = &entry{settings: make(map[string]string)}
	}
	d.restore()
	return d
}

func (d *Daemon) restore() {
	var group sync.WaitGroup
	for _, e := range d.entries {
		group.Add(1)
		go func(e *entry) {
			defer group.Done()
			d.verify(e)
		}(e)
	}
	group.Wait()
}

func (d *Daemon) verify(e *entry) {
	if e.settings == nil {
		e.settings = make(map[string]string)
	}
	e.settings["driver"] = "local" // A
}

func (d *Daemon) Driver(name string) string {
	d.mu.Lock()
	e := d.entries[name]
	d.mu.Unlock()
	if e == nil {
		return ""
	}
	return e.settings["driver"] // B
}
