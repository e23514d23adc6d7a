// answer: yes
// reason: The batch keeps the array that was sent, and the next values are put over those that the goroutine reads.

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
		b.batch = b.batch[:0]
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
