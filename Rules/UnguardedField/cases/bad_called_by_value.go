// What is kept in a list is called while the lock is held, which it must not take.
package example

import "sync"

type Meter struct {
	mu    sync.Mutex
	count int
	hooks []func()
}

func (m *Meter) Start() {
	m.mu.Lock()
	m.hooks = append(m.hooks, m.bump)
	m.mu.Unlock()
	go func() {
		for range 1000 {
			m.mu.Lock()
			m.count++
			for _, hook := range m.hooks {
				hook()
			}
			m.mu.Unlock()
		}
	}()
}

func (m *Meter) bump() {
	m.count++ // want "field `Meter.count` is written with no lock that both sides hold"
}

func New() *Meter {
	m := &Meter{}
	m.Start()
	m.bump()
	return m
}
