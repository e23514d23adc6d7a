package example

import "sync"

type Index struct {
	sync.RWMutex
	terms map[string]int
}

func Build(words []string) *Index {
	x := &Index{terms: map[string]int{}}
	for _, word := range words {
		go x.add(word)
	}
	return x
}

func (x *Index) add(word string) {
	x.Lock()
	x.terms[word]++
	x.Unlock()
}

func (x *Index) Count(word string) int {
	x.RLock()
	defer x.RUnlock()
	return x.terms[word]
}
