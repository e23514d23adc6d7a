// answer: yes
// reason: Each goroutine puts the box of its turn on the shelf and then goes through what the others put there.

package p

import "sync"

type box struct {
	id   string
	name string
}

func load(id string) *box { return &box{id: id} }

type shelf struct {
	mu    sync.Mutex
	boxes map[string]*box
}

func (s *shelf) add(b *box) {
	s.mu.Lock()
	s.boxes[b.id] = b
	s.mu.Unlock()
}

func (s *shelf) has(name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, b := range s.boxes {
		if b.name == name { // B
			return true
		}
	}
	return false
}

type store struct{ all *shelf }

func (s *store) Restore(ids []string) {
	var wg sync.WaitGroup
	for _, id := range ids {
		b := load(id)
		wg.Add(1)
		go func(b *box) {
			defer wg.Done()
			s.all.add(b)
			if !s.all.has("new") {
				b.name = "new" // A
			}
		}(b)
	}
	wg.Wait()
}
