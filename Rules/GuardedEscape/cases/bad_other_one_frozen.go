package example

import "sync"

type Shelf struct {
	mu     sync.Mutex
	books  []string
	frozen bool
}

// Hand freezes the shelf that it fills, and not its own.
func (s *Shelf) Hand(other *Shelf) []string {
	other.mu.Lock()
	other.frozen = true
	other.mu.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.books // want "slice `Shelf.books`, .* is returned uncopied by `.*Shelf..Hand`: `.*Drop`"
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
