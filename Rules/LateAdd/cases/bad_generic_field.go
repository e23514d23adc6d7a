package cases

import "sync"

type pool[T any] struct {
	running sync.WaitGroup
	work    func(T)
}

func (p *pool[T]) start(item T) {
	p.running.Add(1) // want "`p.running.Add\(1\)` runs inside the goroutine that it counts"
	defer p.running.Done()
	p.work(item)
}

func squares(numbers []int) {
	p := &pool[int]{work: func(int) {}}
	for _, n := range numbers {
		go p.start(n)
	}
	p.running.Wait()
}
