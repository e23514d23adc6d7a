// answer: no (joined)
// reason: Put waits for the worker's acknowledgement, which comes after the last read of the pairs.

package p

import "fmt"

type put struct {
	pairs map[string]string
	done  chan error
}

type store struct {
	puts chan put
	log  []string
}

func OpenStore() *store {
	s := &store{puts: make(chan put)}
	go func() {
		for p := range s.puts {
			for k, v := range p.pairs { // A
				s.log = append(s.log, fmt.Sprint(k, v))
			}
			p.done <- nil
		}
	}()
	return s
}

func (s *store) Put(pairs map[string]string) error {
	done := make(chan error, 1)
	s.puts <- put{pairs, done}
	return <-done
}

func Migrate(s *store, keys []string) error {
	pairs := map[string]string{}
	for _, k := range keys {
		clear(pairs) // B
		pairs[k] = "migrated"
		if err := s.Put(pairs); err != nil {
			return err
		}
	}
	return nil
}
