package example

import "sync"

type Hub struct {
	lock sync.Mutex
	subs map[chan string]bool
}

func (h *Hub) Leave(c chan string) {
	h.lock.Lock()
	defer h.lock.Unlock()
	delete(h.subs, c)
}

func (h *Hub) Publish(text string) {
	h.lock.Lock()
	subs := h.subs // want "is read after `Hub.lock` was released: `.*Hub..Leave` changes it in place"
	h.lock.Unlock()
	for c := range subs {
		c <- text
	}
}
