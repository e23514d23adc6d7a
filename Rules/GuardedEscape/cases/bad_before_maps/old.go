package example

import "sync"

type peer struct{ woken bool }

func (p *peer) wake() { p.woken = true }

type settings struct{ limits map[string]int }

type Hub struct {
	mu    sync.Mutex
	peers map[*peer]struct{}
	settings
}

func (h *Hub) Join(p *peer) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.peers[p] = struct{}{}
	h.limits["peers"]++
}

func (h *Hub) Wake() {
	h.mu.Lock()
	peers := h.peers // want "map `Hub.peers`, which `Hub.mu` guards, is read after"
	h.mu.Unlock()
	for p := range peers {
		p.wake()
	}
}

func (h *Hub) Sum() int {
	h.mu.Lock()
	now := h.settings // want "map `settings.limits`, which `Hub.mu` guards, is read after"
	h.mu.Unlock()
	sum := 0
	for _, n := range now.limits {
		sum += n
	}
	return sum
}
