package example

import "sync"

type Batch struct {
	mu    sync.Mutex
	items map[int]string
}

func (b *Batch) Add(id int, text string) map[int]string {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.items[id] = text
	if len(b.items) < 100 {
		return nil
	}
	full := b.items
	b.items = make(map[int]string)
	return full
}
