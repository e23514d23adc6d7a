// answer: yes
// reason: The flight comes out of the cache before the loop, and the goroutines of all turns fill it.

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

func (f *flights) find(key string) *flight {
	f.mu.Lock()
	defer f.mu.Unlock()
	v, _ := f.cache.Get(key)
	return v.(*flight)
}

type Store struct {
	flights flights
	load    func(string) *int
}

// Race waits for the first of some keys.
func (s *Store) Race(name string, keys []string) *int {
	f := s.flights.find(name)
	for _, key := range keys {
		s.fill(f, key)
	}
	<-f.done
	return nil
}

func (s *Store) fill(f *flight, key string) {
	go func() {
		f.res = s.load(key) // A B
	}()
}
