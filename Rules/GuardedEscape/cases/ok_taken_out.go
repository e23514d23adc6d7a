package example

import "sync"

type Outbox struct {
	mu      sync.Mutex
	pending map[int]string
	lines   []string
}

func (o *Outbox) Put(id int, text string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.pending[id] = text
	o.lines = append(o.lines[:0], text)
}

func (o *Outbox) Take() (map[int]string, []string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	pending, lines := o.pending, o.lines
	o.pending = make(map[int]string)
	o.lines = nil
	return pending, lines
}
