// answer: yes
// reason: The helper holds the mutex where it returns true; the other way is the one that counts.

package p

import "sync"

type meter struct {
	mu     sync.Mutex
	off    bool
	missed int
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
		m.mu.Unlock()
		return
	}
	m.missed++ // A B
}

func Hits(n int) *meter {
	m := &meter{}
	for range n {
		go m.hit()
	}
	return m
}
