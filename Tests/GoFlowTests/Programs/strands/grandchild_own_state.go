// answer: no (other-memory)
// reason: Each of the started goroutines makes a tally of its own and passes it to the one goroutine it starts, after its last write.

package p

type tally struct {
	words map[string]int
}

func emit(t *tally, out chan<- int) {
	out <- len(t.words)
}

func Tally(docs [][]string, out chan<- int) {
	for _, doc := range docs {
		go func() {
			t := &tally{words: map[string]int{}}
			for _, w := range doc {
				t.words[w]++ // A B
			}
			go emit(t, out)
		}()
	}
}
