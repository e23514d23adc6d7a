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
	return s.books // want "slice `Shelf.books`, .* is returned uncopied by `.*Shelf..Freeze`: `.*Sort`"
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

func (s *Shelf) Sort() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := 1; i < len(s.books); i++ {
		if s.books[i] < s.books[i-1] {
			s.books[i], s.books[i-1] = s.books[i-1], s.books[i]
		}
	}
}
