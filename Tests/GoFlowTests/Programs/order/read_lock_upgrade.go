// answer: yes
// reason: ensure checks under the read lock and then writes under the same read lock, which other readers hold too.

package p

import "sync"

type registry[K comparable, V any] struct {
	mu   sync.RWMutex
	data map[K]V
	make func(K) V
}

func (r *registry[K, V]) ensure(k K) V {
	r.mu.RLock()
	defer r.mu.RUnlock()
	v, ok := r.data[k] // A
	if !ok {
		v = r.make(k)
		r.data[k] = v // B
	}
	return v
}

func Warm(keys []string, load func(string) int) {
	r := &registry[string, int]{data: map[string]int{}, make: load}
	for _, k := range keys {
		go r.ensure(k)
	}
}
