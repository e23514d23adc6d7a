// answer: no (locked)
// reason: All callers of the helper hold the lock, one of them for reading.

package p

import "sync"

type keys struct {
	mu   sync.RWMutex
	next int
}

func (k *keys) valid() bool {
	return k.next > 0 // A
}

func (k *keys) latest() int {
	k.mu.RLock()
	ok := k.valid()
	k.mu.RUnlock()
	if ok {
		return 0
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.valid() {
		return 0
	}
	k.next++ // B
	return k.next
}

func Run(k *keys) {
	for range 4 {
		go k.latest()
	}
}
