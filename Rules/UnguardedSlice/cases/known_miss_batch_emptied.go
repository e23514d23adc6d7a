package example

import (
	"sync"
	"time"
)

type Batch struct {
	mu    sync.Mutex
	lines []string
}

// known-miss: found as possible only: the field is replaced, so both sides may have another array;
// that the new value is a part of the old one is not looked at.
func NewBatch(flush func([]string)) *Batch {
	b := &Batch{}
	go func() {
		for range time.Tick(time.Second) {
			b.mu.Lock()
			lines := b.lines
			b.lines = b.lines[:0]
			b.mu.Unlock()
			flush(lines)
		}
	}()
	return b
}

func (b *Batch) Add(line string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.lines = append(b.lines, line)
}
