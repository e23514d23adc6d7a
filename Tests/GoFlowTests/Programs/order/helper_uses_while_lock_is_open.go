// answer: yes
// reason: `flush` counts while the lock of its callers is given back, and another call may count under it.

package p

import "sync"

type Buffer struct {
	mu    sync.Mutex
	lines []string
	count int
	sink  func([]string)
}

func (b *Buffer) Add(line string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.lines = append(b.lines, line)
	if len(b.lines) > 10 {
		b.flush()
	}
}

func (b *Buffer) flush() {
	lines := b.lines
	b.lines = nil
	b.mu.Unlock()
	b.sink(lines)
	b.count++ // A
	b.mu.Lock()
}

func (b *Buffer) Count() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.count // B
}
