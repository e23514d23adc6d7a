package example

import (
	"sync"
	"time"
)

type Batch struct {
	mu    sync.Mutex
	lines []string
}

// The one that flushes took the lines out and left nil there: whoever appends afterwards has another
// array.
func NewBatch(flush func([]string)) *Batch {
	b := &Batch{}
	go func() {
		for range time.Tick(time.Second) {
			b.mu.Lock()
			lines := b.lines
			b.lines = nil
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
