package example

import "sync"

type Transport struct {
	mu    sync.RWMutex
	peers map[string]int
}

// Start is called first: before, the map is nil, and nothing can be put there.
func (t *Transport) Start() {
	t.peers = make(map[string]int)
}

func (t *Transport) Add(name string) {
	t.mu.Lock()
	t.peers[name]++
	t.mu.Unlock()
}

func (t *Transport) Get(name string) int {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.peers[name]
}

func serve(t *Transport) {
	go t.Add("a")
	go t.Get("a")
}
