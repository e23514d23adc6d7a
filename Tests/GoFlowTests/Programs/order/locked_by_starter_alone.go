// answer: yes
// reason: Open unlocks itself, whatever the goroutine still does.

package p

import "sync"

type Broker struct {
	mu   sync.Mutex
	conn *int
}

func (b *Broker) Open() {
	b.mu.Lock()
	defer b.mu.Unlock()
	go func() {
		b.conn = new(int) // A
	}()
}

func (b *Broker) Connected() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.conn != nil // B
}
