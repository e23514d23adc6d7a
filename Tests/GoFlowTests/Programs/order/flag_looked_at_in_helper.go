// answer: no (atomic)
// reason: Who comes back from ready found the flag set or held the lock under which it is set.

package p

import (
	"sync"
	"sync/atomic"
)

type index struct {
	mu    sync.Mutex
	built atomic.Uint32
	words map[string]int
}

func (x *index) ready(lines []string) {
	if x.built.Load() == 1 {
		return
	}
	x.build(lines)
}

func (x *index) build(lines []string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.built.Load() == 0 {
		defer x.built.Store(1)
		x.words = map[string]int{}
		for i, line := range lines {
			x.words[line] = i // A
		}
	}
}

func (x *index) find(word string, lines []string) int {
	x.ready(lines)
	return x.words[word] // B
}

func Run(words <-chan string, lines []string) {
	x := &index{}
	for word := range words {
		go x.find(word, lines)
	}
}
