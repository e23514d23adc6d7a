package example

import "sync"

type Meter struct {
	mu    sync.Mutex
	value int
	step  func(int) int
}

func (m *Meter) Run(ticks <-chan bool) {
	for range ticks {
		m.mu.Lock()
		m.advance()
		m.mu.Unlock()
	}
}

// It runs under the lock, and in a goroutine of its own, where no call can take it.
func (m *Meter) advance() {
	m.value = m.step(m.value) // want "field `Meter.value` is written with no lock that both sides hold"
}

func Start(ticks <-chan bool, step func(int) int) *Meter {
	m := &Meter{step: step}
	go m.advance()
	go m.Run(ticks)
	return m
}
