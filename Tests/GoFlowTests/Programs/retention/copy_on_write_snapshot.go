// answer: no (other-memory)
// reason: The map that readers have is never written: set makes a new one and publishes that.

package p

import (
	"maps"
	"sync"
	"sync/atomic"
)

type registry struct {
	mu    sync.Mutex
	table atomic.Pointer[map[string]int]
}

func (r *registry) set(key string, n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	next := map[string]int{}
	if old := r.table.Load(); old != nil {
		maps.Copy(next, *old)
	}
	next[key] = n // A
	r.table.Store(&next)
}

func (r *registry) get(key string) int {
	if t := r.table.Load(); t != nil {
		return (*t)[key] // B
	}
	return 0
}

func Run(r *registry, keys []string, out chan<- int) {
	go func() {
		for i, k := range keys {
			r.set(k, i)
		}
	}()
	for _, k := range keys {
		out <- r.get(k)
	}
}
