// race: ok_read_only_table.go

package example

import "sync"

type Hub struct {
	mu    sync.Mutex
	sinks map[string]func(string)
}

func Start(lines <-chan string) *Hub {
	h := &Hub{sinks: make(map[string]func(string))}
	go h.run(lines)
	return h
}

func (h *Hub) run(lines <-chan string) {
	for line := range lines {
		if sink, ok := h.sinks["first"]; ok {
			sink(line)
		}
		for _, sink := range h.sinks {
			sink(line)
		}
	}
}

func (h *Hub) Add(name string, sink func(string)) {
	h.mu.Lock()
	h.sinks[name] = sink // want "map `Hub.sinks` is written with no lock that both sides hold"
	h.mu.Unlock()
}
