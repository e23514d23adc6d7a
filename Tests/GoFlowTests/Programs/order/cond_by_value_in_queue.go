// answer: no (locked)
// reason: The locker of the condition, which is a part of the struct, is the mutex beside it: both sides hold that.

package p

import "sync"

type mailbox struct {
	mu      sync.Mutex
	arrived sync.Cond
	letters []string
}

func Open() *mailbox {
	m := &mailbox{}
	m.arrived.L = &m.mu
	go m.deliver()
	return m
}

func (m *mailbox) Put(letter string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.letters = append(m.letters, letter) // A
	m.arrived.Signal()
}

func (m *mailbox) deliver() {
	m.arrived.L.Lock()
	defer m.arrived.L.Unlock()
	for {
		for len(m.letters) == 0 {
			m.arrived.Wait()
		}
		m.letters = m.letters[1:] // B
	}
}
