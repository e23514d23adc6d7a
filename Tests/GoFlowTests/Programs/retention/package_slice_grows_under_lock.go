// answer: no (distinct-elements)
// reason: all appends hold the lock and nobody cuts the slice off, so that each writes behind the end of what readers took out.

package p

import "sync"

type entry struct{ text string }

var (
	mu  sync.Mutex
	log []entry
)

func Serve(lines <-chan string) {
	go func() {
		for line := range lines {
			add(line)
		}
	}()
}

func add(line string) {
	mu.Lock()
	defer mu.Unlock()
	log = append(log, entry{line}) // A
}

func Texts() []string {
	mu.Lock()
	entries := log
	mu.Unlock()
	var texts []string
	for i := range entries {
		texts = append(texts, entries[i].text) // B
	}
	return texts
}
