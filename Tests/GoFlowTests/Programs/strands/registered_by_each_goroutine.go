// answer: no (other-memory)
// reason: Each goroutine has the box of its own turn; that it puts the box where all may find it changes nothing, for nobody looks there.

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

type store struct{ all *shelf }

func (s *store) Restore(ids []string) {
	loaded := make(map[string]*box)
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, id := range ids {
		wg.Add(1)
		go func(id string) {
			defer wg.Done()
			b := load(id)
			mu.Lock()
			loaded[b.id] = b
			mu.Unlock()
		}(id)
	}
	wg.Wait()
	for _, b := range loaded {
		wg.Add(1)
		go func(b *box) {
			defer wg.Done()
			s.all.add(b)
			b.name = "new"       // A
			if b.name == "old" { // B
				println(b.id)
			}
		}(b)
	}
	wg.Wait()
}
