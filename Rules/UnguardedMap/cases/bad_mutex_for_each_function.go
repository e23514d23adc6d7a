package example

type Words struct {
	count map[string]int // By word.
	lines int            // How many there were.
}

func Open(in <-chan string) *Words {
	w := &Words{count: map[string]int{}}
	w.count[""] = 0
	go func() {
		for line := range in {
			w.count[line]++
			if line == "" {
				delete(w.count, line)
			}
		}
	}()
	return w
}

func (w *Words) Of(word string) (int, bool) {
	n, ok := w.count[word]
	return n, ok
}

func (w *Words) Forget(word string) {
	delete(w.count, word) // want "map `Words.count` is written with no lock"
	w.count["forgotten"]++
}
