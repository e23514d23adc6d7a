// answer: yes
// reason: the goroutine counts by way of a pointer to the field, with the lock; who asks takes none
package example

import "sync"

type Meter struct {
	mu    sync.Mutex
	count int
}

func add(n *int) {
	*n++ // A
}

func (m *Meter) Start(events <-chan int) {
	go func() {
		for range events {
			m.mu.Lock()
			add(&m.count)
			m.mu.Unlock()
		}
	}()
}

func (m *Meter) Count() int {
	return m.count // B
}
