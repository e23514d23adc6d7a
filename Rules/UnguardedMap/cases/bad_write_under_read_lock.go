// race: ok_read_and_write_locks.go

package example

import "sync"

type Index struct {
	mu    sync.RWMutex
	terms map[string][]int
}

func Build(documents []string) *Index {
	x := &Index{terms: map[string][]int{}}
	for id, text := range documents {
		go x.add(id, text)
	}
	return x
}

func (x *Index) add(id int, text string) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	x.terms[text] = append(x.terms[text], id) // want "map `Index.terms` is written with no lock"
}
