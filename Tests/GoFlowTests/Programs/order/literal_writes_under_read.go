// answer: yes
// reason: The literal writes, and one of its two calls holds the read side of the lock alone.

package p

import "sync"

type Keys struct {
	mu   sync.RWMutex
	keys map[string]string
}

func (k *Keys) Put(name string, isOwn bool) {
	put := func() {
		k.keys[name] = name // A
	}
	if isOwn {
		k.mu.Lock()
		put()
		k.mu.Unlock()
		return
	}
	k.mu.RLock()
	put()
	k.mu.RUnlock()
}

func (k *Keys) Get(name string) string {
	k.mu.RLock()
	defer k.mu.RUnlock()
	return k.keys[name] // B
}

func Watch(k *Keys, out chan<- string) {
	go func() {
		for {
			out <- k.Get("own")
		}
	}()
	k.Put("other", false)
}
