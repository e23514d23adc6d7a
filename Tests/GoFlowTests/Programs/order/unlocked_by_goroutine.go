// answer: no (locked)
// reason: Open locks, and the goroutine that it starts unlocks once it is done: it has the lock all the while.

package p

import "sync"

type Broker struct {
	mu   sync.Mutex
	conn *int
}

func (b *Broker) Open() {
	b.mu.Lock()
	go func() {
		defer b.mu.Unlock()
		b.conn = new(int) // A
	}()
}

func (b *Broker) Connected() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.conn != nil // B
}
