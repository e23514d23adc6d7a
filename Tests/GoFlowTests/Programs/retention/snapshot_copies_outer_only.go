// answer: yes
// reason: The snapshot copies the slice of pointers, and both sides reach the same peers through it.

package p

import "sync"

type peer struct {
	addr string
	seen int
}

type roster struct {
	mu    sync.Mutex
	peers []*peer
}

func (r *roster) touch(i int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.peers[i].seen++ // A
}

func (r *roster) all() []*peer {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]*peer(nil), r.peers...)
}

func Gossip(r *roster, touched <-chan int, show func(string, int)) {
	go func() {
		for i := range touched {
			r.touch(i)
		}
	}()
	for _, p := range r.all() {
		show(p.addr, p.seen) // B
	}
}
