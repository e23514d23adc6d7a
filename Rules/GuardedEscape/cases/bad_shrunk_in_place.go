// race: ok_taken_out.go

package example

import "sync"

type Backends struct {
	mu   sync.Mutex
	addr []string
}

func (b *Backends) Add(addr string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.addr = append(b.addr, addr)
}

func (b *Backends) Drop(addr string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i, known := range b.addr {
		if known == addr {
			b.addr = append(b.addr[:i], b.addr[i+1:]...)
			return
		}
	}
}

func (b *Backends) All() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.addr // want "slice `Backends.addr`, .* is returned uncopied by `.*Backends..All`: `.*Drop`"
}
