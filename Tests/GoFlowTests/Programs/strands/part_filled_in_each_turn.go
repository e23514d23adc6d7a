// answer: no (handed-over)
// reason: Each turn makes another builder, fills it in a loop of its own and hands it over as the last thing.

package p

type index struct{ offsets []int }

type builder struct{ index *index }

func newBuilder() *builder { return &builder{index: &index{}} }

func (b *builder) add(n int) {
	b.index.offsets = append(b.index.offsets, n) // A
}

func (b *builder) finish() int {
	total := 0
	for _, n := range b.index.offsets { // B
		total += n
	}
	return total
}

func Build(in [][]int, out chan<- int) {
	for _, part := range in {
		b := newBuilder()
		for _, n := range part {
			b.add(n)
		}
		go func(b *builder) {
			out <- b.finish()
		}(b)
	}
}
