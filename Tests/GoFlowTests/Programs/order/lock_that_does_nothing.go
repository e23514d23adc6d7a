// answer: yes
// reason: The methods of noCopy are there for vet alone and keep nobody out.

package p

type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

type Store struct {
	mu   noCopy
	rows int
}

func New() *Store {
	s := &Store{}
	go s.fill()
	return s
}

func (s *Store) fill() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rows++ // A
}

func (s *Store) Rows() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.rows // B
}
