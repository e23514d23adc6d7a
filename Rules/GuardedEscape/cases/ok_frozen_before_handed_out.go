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
	if !s.frozen {
		s.frozen = true
	}
	return s.books
}

func (s *Shelf) Put(book string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.frozen {
		return false
	}
	s.books = append(s.books, book)
	return true
}

func (s *Shelf) Drop(book string) bool {
	s.mu.Lock()
	if s.frozen {
		s.mu.Unlock()
		return false
	}
	for i, known := range s.books {
		if known == book {
			s.books = append(s.books[:i], s.books[i+1:]...)
			break
		}
	}
	s.mu.Unlock()
	return true
}

func Move(from *Shelf, visit func(string)) {
	for _, book := range from.Freeze() {
		visit(book)
	}
}
