// answer: yes
// reason: The map that was given stays the last one, in which words are marked.

package p

type batcher struct {
	counts, last map[string]int
}

func (b *batcher) send(counts map[string]int, total chan<- int) {
	n := 0
	for _, count := range counts { // B
		n += count
	}
	total <- n
}

func (b *batcher) add(word string, total chan<- int) {
	b.counts[word]++
	if b.last != nil {
		b.last[word] = 0 // A
	}
	if len(b.counts) >= 10 {
		b.flush(total)
	}
}

func (b *batcher) flush(total chan<- int) {
	if len(b.counts) == 0 {
		return
	}
	go b.send(b.counts, total)
	b.last = b.counts
	b.counts = make(map[string]int)
}

func Run(words <-chan string, total chan<- int) {
	b := &batcher{counts: make(map[string]int)}
	for word := range words {
		b.add(word, total)
	}
	b.flush(total)
}
