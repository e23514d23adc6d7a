package example

type batcher struct{ pending []int }

func (b *batcher) add(n int) { b.pending = append(b.pending, n) }

func (b *batcher) last(n int) []int {
	batch := append(b.pending, n)
	b.pending = nil
	return batch
}
