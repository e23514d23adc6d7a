// answer: no (only-read)
// reason: `return s, nil` gives the named result s what it holds: nothing is written.

package p

type store struct{ size int }

func (s *store) watch() { print(s.size) }

func Open() (s *store, err error) {
	s = &store{size: 1}
	go func() {
		s.watch() // A
	}()
	return s, nil // B
}
