// answer: no (locked)
// reason: The literal is called once under the read side of the lock and once under the write side; a read needs no more than the first.

package p

import "sync"

type Keys struct {
	mu   sync.RWMutex
	next int
	keys map[int]string
}

func (k *Keys) Latest() string {
	known := func() (string, bool) {
		key, ok := k.keys[k.next] // A
		return key, ok
	}
	k.mu.RLock()
	key, ok := known()
	k.mu.RUnlock()
	if ok {
		return key
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if key, ok := known(); ok {
		return key
	}
	k.keys[k.next] = "key" // B
	return "key"
}

func Watch(k *Keys, out chan<- string) {
	go func() {
		for {
			out <- k.Latest()
		}
	}()
}
