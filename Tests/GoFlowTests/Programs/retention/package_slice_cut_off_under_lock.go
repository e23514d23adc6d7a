// answer: yes
// reason: the lock is held for all changes, but once the log was cut off an append writes where readers look who took it out before.

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
	if len(log) == 1000 {
		log = log[:0]
	}
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
