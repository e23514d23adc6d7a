// Package health watches whether backends are up.
package health

import (
	"context"
	"sync"
	"time"
)

// Probe asks a backend whether it is up. The error says why it is not.
type Probe func(ctx context.Context, backend string) error

// Listener is told of a backend that went down, and why.
type Listener func(backend string, reason error)

// Monitor probes backends from time to time.
type Monitor struct {
	probe    Probe
	backends []string
	cancel   context.CancelFunc
	stopped  chan struct{}

	mu        sync.Mutex
	down      map[string]bool
	listeners map[int]Listener
	nextID    int
}

// NewMonitor makes a monitor and starts it. It must be closed.
func NewMonitor(probe Probe, interval time.Duration, backends ...string) *Monitor {
	ctx, cancel := context.WithCancel(context.Background())
	m := &Monitor{
		probe:     probe,
		backends:  append([]string(nil), backends...),
		cancel:    cancel,
		stopped:   make(chan struct{}),
		down:      make(map[string]bool),
		listeners: make(map[int]Listener),
	}
	go m.run(ctx, interval)
	return m
}

// OnDown registers a listener. It is called once each time that a backend goes down, and not
// any more after remove has returned.
func (m *Monitor) OnDown(listener Listener) (remove func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	id := m.nextID
	m.nextID++
	m.listeners[id] = listener
	return func() {
		m.mu.Lock()
		defer m.mu.Unlock()
		delete(m.listeners, id)
	}
}

// Close stops the monitor, and waits until it has.
func (m *Monitor) Close() {
	m.cancel()
	<-m.stopped
}

func (m *Monitor) run(ctx context.Context, interval time.Duration) {
	defer close(m.stopped)
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			m.probeAll(ctx)
		case <-ctx.Done():
			return
		}
	}
}

func (m *Monitor) probeAll(ctx context.Context) {
	for _, backend := range m.backends {
		err := m.probe(ctx, backend)
		if ctx.Err() != nil {
			return
		}
		m.record(backend, err)
	}
}

func (m *Monitor) record(backend string, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	fell := err != nil && !m.down[backend]
	m.down[backend] = err != nil
	if !fell {
		return
	}
	for _, listener := range m.listeners {
		listener(backend, err)
	}
}
