// answer: yes
// reason: use takes the link's own mutex while the reaper holds the hub's mutex, so they do not exclude each other.

package p

import (
	"sync"
	"time"
)

type link struct {
	mu       sync.Mutex
	lastUsed time.Time
}

type hub struct {
	mu    sync.Mutex
	links map[int]*link
}

func (l *link) use() {
	l.mu.Lock()
	l.lastUsed = time.Now() // A
	l.mu.Unlock()
}

func (h *hub) reap(limit time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for id, l := range h.links {
		if time.Since(l.lastUsed) > limit { // B
			delete(h.links, id)
		}
	}
}

func Run(ids []int) {
	h := &hub{links: map[int]*link{}}
	for _, id := range ids {
		l := &link{lastUsed: time.Now()}
		h.mu.Lock()
		h.links[id] = l
		h.mu.Unlock()
		go l.use()
	}
	h.reap(time.Minute)
}
