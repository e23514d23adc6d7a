// answer: no (handed-over)
// reason: The batch begins anew without the array that was sent.

package p

type batcher struct {
	out   chan []int
	batch []int
}

func NewBatcher() *batcher {
	b := &batcher{out: make(chan []int)}
	go b.run()
	return b
}

func (b *batcher) Add(v int) {
	b.batch = append(b.batch, v) // A
	if len(b.batch) == 10 {
		b.out <- b.batch
		b.batch = nil
	}
}

func (b *batcher) run() {
	for batch := range b.out {
		sum := 0
		for _, v := range batch { // B
			sum += v
		}
		println(sum)
	}
}
