package example

type Batcher struct {
	flushed chan []int
	batch   []int
}

func NewBatcher() *Batcher {
	b := &Batcher{flushed: make(chan []int, 1)}
	go b.write()
	return b
}

func (b *Batcher) write() {
	for batch := range b.flushed {
		sum := 0
		for _, n := range batch {
			sum += n
		}
		println(sum)
	}
}

// known-miss: the next call finds by b.batch what this one queued; the two names are not joined.
func (b *Batcher) Add(n int) {
	b.batch = append(b.batch, n)
	if len(b.batch) == 100 {
		b.flushed <- b.batch
		b.batch = b.batch[:0]
	}
}
