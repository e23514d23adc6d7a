// answer: no (other-memory)
// reason: Who makes a flight starts the goroutine that fills it, and nobody else does: the flight of another turn is another one, or one that is known.

package p

import "sync"

type flight struct {
	done chan struct{}
	res  *int
}

type cache interface {
	Get(key string) (any, bool)
	Add(key string, value any)
}

type flights struct {
	mu    sync.Mutex
	cache cache
}

// orMake gives the flight of a key, or has one made.
func (f *flights) orMake(key string, make func(c cache) *flight) (*flight, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if v, ok := f.cache.Get(key); ok {
		return v.(*flight), true
	}
	return make(f.cache), false
}

type Store struct {
	flights flights
	load    func(string) *int
}

// All gives the values of keys, as far as there is time.
func (s *Store) All(keys []string, stop chan struct{}) []*int {
	var found []*int
	for _, key := range keys {
		found = append(found, s.get(key, stop))
	}
	return found
}

func (s *Store) get(key string, stop chan struct{}) *int {
	f, isKnown := s.flights.orMake(key, func(c cache) *flight {
		f := &flight{done: make(chan struct{})}
		c.Add(key, f)
		return f
	})
	if !isKnown {
		go func() {
			defer close(f.done)
			f.res = s.load(key) // A B
		}()
	}
	select {
	case <-stop:
		return nil
	case <-f.done:
		return f.res
	}
}
