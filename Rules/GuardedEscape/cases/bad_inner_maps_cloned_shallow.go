package example

import (
	"maps"
	"sync"
)

type Index struct {
	mu    sync.Mutex
	words map[string]map[int]bool
}

func (x *Index) Add(word string, page int) {
	x.mu.Lock()
	defer x.mu.Unlock()
	pages := x.words[word]
	if pages == nil {
		pages = map[int]bool{}
		x.words[word] = pages
	}
	pages[page] = true
}

func (x *Index) Words() map[string]map[int]bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	return maps.Clone(x.words) // want "is shared by the copy that `.*Index..Words` returns"
}
