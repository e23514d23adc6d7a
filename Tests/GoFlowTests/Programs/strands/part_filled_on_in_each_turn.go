// answer: yes
// reason: One builder serves all turns: the next one fills it while the goroutine of the last one finishes it.

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
	b := newBuilder()
	for _, part := range in {
		for _, n := range part {
			b.add(n)
		}
		go func(b *builder) {
			out <- b.finish()
		}(b)
	}
}
