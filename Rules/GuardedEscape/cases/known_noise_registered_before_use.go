package example

import "sync"

// known-noise: all handlers are registered before the server that reads them starts

type Mux struct {
	mu       sync.Mutex
	handlers map[string]func()
}

func (m *Mux) Handle(path string, handler func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.handlers[path] = handler
}

func (m *Mux) Serve(paths []string) {
	m.mu.Lock()
	handlers := m.handlers // want "is read after `Mux.mu` was released"
	m.mu.Unlock()
	for _, path := range paths {
		handlers[path]()
	}
}
