// answer: yes
// reason: The function runs under the lock, but the goroutine that it starts does not hold that lock.

package p

import "sync"

type members struct {
	mu    sync.Mutex
	addrs []string
}

func (m *members) locked(f func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	f()
}

func (m *members) join(addr string, check func(string) bool) {
	m.locked(func() {
		go func() {
			if check(addr) {
				m.addrs = append(m.addrs, addr) // A
			}
		}()
	})
}

func (m *members) size() (n int) {
	m.locked(func() {
		n = len(m.addrs) // B
	})
	return n
}

func Gossip(addrs []string, check func(string) bool) int {
	m := &members{}
	for _, a := range addrs {
		m.join(a, check)
	}
	return m.size()
}
