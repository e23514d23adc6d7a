// answer: no (locked)
// reason: The sum is set while the locks of all shards are held, and read while one of them is.

package p

import "sync"

type Pots struct {
	locks [4]sync.Mutex
	pots  [4]int
	sum   int
}

func (p *Pots) settle() {
	for i := range p.locks {
		p.locks[i].Lock()
	}
	p.sum = p.pots[0] + p.pots[1] + p.pots[2] + p.pots[3] // A
	for i := range p.locks {
		p.locks[i].Unlock()
	}
}

func (p *Pots) share(i int) int {
	p.locks[i].Lock()
	defer p.locks[i].Unlock()
	return p.pots[i] * 100 / p.sum // B
}

func Settle(p *Pots, shares chan<- int) {
	go p.settle()
	go func() { shares <- p.share(1) }()
}
