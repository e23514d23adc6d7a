// answer: no (distinct-elements)
// reason: the slices of the map only ever grow, under the lock: each append writes behind the end of what readers took out.

package p

import "sync"

type entry struct{ text string }

type Logs struct {
	mu     sync.Mutex
	byName map[string][]entry
}

func (l *Logs) Serve(lines <-chan string) {
	go func() {
		for line := range lines {
			l.add("all", line)
		}
	}()
}

func (l *Logs) add(name, line string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.byName[name] = append(l.byName[name], entry{line}) // A
}

func (l *Logs) Texts(name string) []string {
	l.mu.Lock()
	entries := l.byName[name]
	l.mu.Unlock()
	var texts []string
	for i := range entries {
		texts = append(texts, entries[i].text) // B
	}
	return texts
}
