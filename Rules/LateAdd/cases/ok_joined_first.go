package cases

import "sync"

type leases struct{ alive sync.WaitGroup }

func (l *leases) keep(id int) { defer l.alive.Done() }

// All goroutines that add have ended when create returns.
func (l *leases) create(n int) {
	var wg sync.WaitGroup
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			l.alive.Add(1)
			go l.keep(i)
		}()
	}
	wg.Wait()
}

func (l *leases) close() { l.alive.Wait() }
