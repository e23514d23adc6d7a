// answer: no (joined)
// reason: The helper raises the count before it starts the goroutine.

package p

import "sync"

type pool struct {
	wg      sync.WaitGroup
	results []int
}

func (p *pool) start(i int, f func() int) {
	p.wg.Add(1)
	go func() {
		defer p.wg.Done()
		p.results[i] = f() // A
	}()
}

func RunAll(fs []func() int) (sum int) {
	p := &pool{results: make([]int, len(fs))}
	for i, f := range fs {
		p.start(i, f)
	}
	p.wg.Wait()
	for _, r := range p.results { // B
		sum += r
	}
	return sum
}
