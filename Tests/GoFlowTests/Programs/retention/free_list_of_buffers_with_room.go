// answer: no (handed-over)
// reason: A buffer for which the free list has no room is let go of, and nobody takes it; all others are filled by who took them.

package p

import (
	"io"
	"sync"
)

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
	b.free[last] = nil
	b.free = b.free[:last]
	return taken
}

func (b *buffers) give(buf []byte) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.free) < 16 {
		b.free = append(b.free, buf[:cap(buf)])
	}
}

func Send(b *buffers, src io.Reader, write func([]byte)) {
	var wg sync.WaitGroup
	for {
		buf := b.take()
		n, err := io.ReadFull(src, buf) // A
		if err != nil {
			b.give(buf)
			break
		}
		buf = buf[:n]
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer b.give(buf)
			write(buf) // B
		}()
	}
	wg.Wait()
}
