package example

import (
	"sync"
	"time"
)

type Batch struct {
	mu    sync.Mutex
	lines []string
}

// known-noise: the lock that guards the field is taken for proof that both sides find one array in
// it; that the one that flushes took it out and left nil there is not seen.
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
	b.lines = append(b.lines, line) // want "slice `Batch.lines` is changed with no lock"
}
