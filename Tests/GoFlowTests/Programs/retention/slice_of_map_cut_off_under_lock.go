// answer: yes
// reason: the slices of the map are cut off where they lie, so that an append writes what readers still look at who took a slice out before.

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
	if len(l.byName[name]) == 1000 {
		l.byName[name] = l.byName[name][:0]
	}
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
