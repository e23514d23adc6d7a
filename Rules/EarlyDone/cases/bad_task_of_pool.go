// race: ok_send_before_done.go

package cases

import "sync"

type pool struct{ tasks chan func() }

func (p *pool) submit(task func()) { p.tasks <- task }

// The literal is run by whoever drains the pool; a second goroutine passes the wait on.
func submitAll(p *pool, inputs []int) int {
	var wg sync.WaitGroup
	sum := 0
	var mu sync.Mutex
	for _, input := range inputs {
		wg.Add(1)
		p.submit(func() {
			wg.Done() // want "`wg.Done\(\)` announces completion before the change of `sum`"
			mu.Lock()
			sum += input
			mu.Unlock()
		})
	}
	done := make(chan struct{})
	go func() {
		wg.Wait()
		close(done)
	}()
	select {
	case <-done:
	}
	return sum
}
