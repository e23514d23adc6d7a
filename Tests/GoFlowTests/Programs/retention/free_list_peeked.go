// answer: yes
// reason: Who only looks at the last buffer of the free list leaves it there, for the next one to take and fill.

package p

import "sync"

type buffers struct {
	mu   sync.Mutex
	free [][]byte
}

func (b *buffers) take() []byte {
	b.mu.Lock()
	defer b.mu.Unlock()
	last := len(b.free) - 1
	if last < 0 {
		return make([]byte, 512)
	}
	taken := b.free[last]
	b.free = b.free[:last]
	return taken
}

func (b *buffers) peek() []byte {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.free[len(b.free)-1]
}

func (b *buffers) give(buf []byte) {
	b.mu.Lock()
	b.free = append(b.free, buf)
	b.mu.Unlock()
}

func Count(b *buffers, seen func(byte)) {
	go func() {
		for {
			buf := b.take()
			buf[0]++ // A
			b.give(buf)
		}
	}()
	for {
		seen(b.peek()[0]) // B
	}
}
