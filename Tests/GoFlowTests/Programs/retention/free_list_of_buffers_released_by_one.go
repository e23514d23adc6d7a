// answer: yes
// reason: Two goroutines look at a buffer, and the first one's release puts it back: who takes it fills it while the second one looks.

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
	b.free = append(b.free, buf[:cap(buf)])
	b.mu.Unlock()
}

func (b *buffers) release(buf []byte, isLast bool) {
	if isLast {
		b.give(buf)
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
		for i := range 2 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				write(buf) // B
				b.release(buf, i == 0)
			}()
		}
	}
	wg.Wait()
}
