// race: ok_owned_by_loop.go

package example

import (
	"sync"
	"time"
)

type Heart struct {
	mu   sync.Mutex
	last time.Time
	beat int
}

func Start(ticks <-chan time.Time) *Heart {
	h := &Heart{}
	go h.run(ticks)
	return h
}

func (h *Heart) run(ticks <-chan time.Time) {
	for range ticks {
		h.beat++ // want "only `.*Heart..Beats` holds `Heart.mu`"
	}
}

func (h *Heart) Beats() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.beat
}
