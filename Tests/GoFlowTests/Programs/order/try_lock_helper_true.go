// answer: no (locked)
// reason: The helper returns true only while it holds the mutex, and only then the count is changed.

package p

import "sync"

type meter struct {
	mu    sync.Mutex
	off   bool
	count int
}

func (m *meter) enter() bool {
	m.mu.Lock()
	if m.off {
		m.mu.Unlock()
		return false
	}
	return true
}

func (m *meter) hit() {
	if m.enter() {
		m.count++ // A B
		m.mu.Unlock()
	}
}

func Hits(n int) *meter {
	m := &meter{}
	for range n {
		go m.hit()
	}
	return m
}
