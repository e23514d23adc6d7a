package example

import "sync"

type Shelf struct {
	mu     sync.Mutex
	books  []string
	frozen bool
}

func (s *Shelf) Freeze() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.frozen = true
	return s.books // want "slice `Shelf.books`, .* is returned uncopied by `.*Shelf..Freeze`: `.*Drop`"
}

func (s *Shelf) Thaw() {
	s.mu.Lock()
	s.frozen = false
	s.mu.Unlock()
}

func (s *Shelf) Drop(book string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.frozen {
		return
	}
	for i, known := range s.books {
		if known == book {
			s.books = append(s.books[:i], s.books[i+1:]...)
			return
		}
	}
}
