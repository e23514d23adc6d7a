// answer: yes
// reason: The leaf is sent before its words are counted, so the receiver may range over the map during the count.

package p

type leaf struct {
	number int
	words  map[string]int
}

func scanLeaves(texts []string, out chan<- *leaf) {
	defer close(out)
	for i, text := range texts {
		l := &leaf{number: i, words: map[string]int{}}
		out <- l
		l.words[text]++ // A
	}
}

func IndexLeaves(texts []string) map[string]int {
	out := make(chan *leaf)
	go scanLeaves(texts, out)
	index := map[string]int{}
	for l := range out {
		for w, n := range l.words { // B
			index[w] += n
		}
	}
	return index
}
