// answer: no (distinct-elements)
// reason: The function lies in a field; each goroutine calls it with its own index.

package p

import "sync"

type pool struct {
	n    int
	work func(i int)
}

func (p *pool) run() {
	var wg sync.WaitGroup
	for i := range p.n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			p.work(i)
		}()
	}
	wg.Wait()
}

func Squares(n int) []int {
	out := make([]int, n)
	p := &pool{n: n, work: func(i int) {
		out[i] = i * i // A B
	}}
	p.run()
	return out
}
