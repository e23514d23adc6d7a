// answer: no (one-goroutine)
// reason: The lock of the registry is held for what the registry does; of a page of its own nobody says that several use it.

package p

import "sync"

type page struct{ size int }

func (p *page) fill(n int) { p.size = n } // A

func (p *page) Size() int { return p.size } // B

func (p *page) Half() int { return p.size / 2 }

type registry struct {
	mu   sync.Mutex
	last int
}

func (r *registry) add(p *page, n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.last = n
	p.fill(n)
}

func (r *registry) addTwice(p *page, n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.last = n + p.size
	p.fill(n)
}

func Run() {
	r := &registry{}
	p := &page{}
	r.add(p, 1)
	r.addTwice(p, 2)
	println(p.Size(), p.Half())
}
