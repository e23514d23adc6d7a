// answer: yes
// reason: The two groups are not the same one: what is counted is one of the constructor, and what is waited for is another.

package p

import (
	"log"
	"sync"
)

type group interface {
	Add(delta int)
	Done()
	Wait()
}

type loud struct {
	sync.WaitGroup
	name string
}

func (l *loud) Wait() {
	if l.name != "" {
		log.Print("waiting for ", l.name)
	}
	l.WaitGroup.Wait()
}

func newGroup(name string) group {
	if name != "" {
		return &loud{name: name}
	}
	return &sync.WaitGroup{}
}

func Lengths(name string, words []string) int {
	lengths := map[string]int{}
	var mu sync.Mutex
	g := newGroup(name)
	g.Add(len(words))
	for _, word := range words {
		go func(word string) {
			mu.Lock()
			lengths[word] = len(word) // A
			mu.Unlock()
			g.Done()
		}(word)
	}
	newGroup(name).Wait()
	return len(lengths) // B
}
