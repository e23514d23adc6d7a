// answer: yes
// reason: The receiver is a value, so that each call locks the mutex of a copy while the map is one.

package p

import "sync"

type Index struct {
	mu    sync.Mutex
	terms map[string]int
}

func (x Index) Add(term string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.terms[term]++ // A B
}

func Fill(x *Index, terms []string) {
	for _, t := range terms {
		go x.Add(t)
	}
}
