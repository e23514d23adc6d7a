// answer: no (handed-over)
// reason: Whoever flushes puts a new map in the place of the one that the goroutine was given.

package p

type batcher struct {
	counts map[string]int
}

func (b *batcher) send(counts map[string]int, total chan<- int) {
	n := 0
	for _, count := range counts { // B
		n += count
	}
	total <- n
}

func (b *batcher) add(word string, total chan<- int) {
	b.counts[word]++ // A
	if len(b.counts) >= 10 {
		b.flush(total)
	}
}

func (b *batcher) flush(total chan<- int) {
	if len(b.counts) == 0 {
		return
	}
	go b.send(b.counts, total)
	b.counts = make(map[string]int)
}

func Run(words <-chan string, total chan<- int) {
	b := &batcher{counts: make(map[string]int)}
	for word := range words {
		b.add(word, total)
	}
	b.flush(total)
}
