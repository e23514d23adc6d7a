// answer: no (handed-over)
// reason: flush hands the batch over and begins a new one.

package p

import "sync"

type batcher struct {
	mu    sync.Mutex
	batch []string
	full  chan []string
}

func NewBatcher(write func(string)) *batcher {
	b := &batcher{full: make(chan []string, 1)}
	go func() {
		for batch := range b.full {
			for _, r := range batch { // A
				write(r)
			}
		}
	}()
	return b
}

func (b *batcher) Add(record string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.batch = append(b.batch, record) // B
	if len(b.batch) == 64 {
		b.flush()
	}
}

func (b *batcher) flush() {
	b.full <- b.batch
	b.batch = make([]string, 0, 64)
}
