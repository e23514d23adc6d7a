// answer: no (one-goroutine)
// reason: one body alone swaps and reads the list: as a rule one goroutine runs it; what others give it they give under the lock.
package p

import "sync"

type handler struct {
	mu   sync.Mutex
	next []string
	list []string
}

func (h *handler) Update(list []string) {
	h.mu.Lock()
	h.next = list
	h.mu.Unlock()
}

func (h *handler) Handle() (n int) {
	h.mu.Lock()
	if h.next != nil {
		h.list = h.next // A
		h.next = nil
	}
	h.mu.Unlock()
	for range h.list { // B
		n++
	}
	return n
}
