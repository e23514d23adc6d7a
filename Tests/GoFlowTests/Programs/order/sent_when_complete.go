// answer: no (handed-over)
// reason: The page is complete before it is sent, and the receive comes after the send.

package p

type page struct {
	number int
	words  map[string]int
}

func scan(texts []string, out chan<- *page) {
	defer close(out)
	for i, text := range texts {
		p := &page{number: i, words: map[string]int{}}
		p.words[text]++ // A
		out <- p
	}
}

func Index(texts []string) map[string]int {
	out := make(chan *page)
	go scan(texts, out)
	index := map[string]int{}
	for p := range out {
		for w, n := range p.words { // B
			index[w] += n
		}
	}
	return index
}
