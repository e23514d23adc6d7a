package example

import "sync"

type worker struct{ done int }

func (w *worker) run(jobs <-chan func()) {
	for job := range jobs {
		job()
		w.done++
	}
}

// Run starts workers: each is in place before its goroutine starts, and has an element of its own.
func Run(jobs <-chan func()) int {
	workers := make([]*worker, 4)
	var wg sync.WaitGroup
	for i := range workers {
		workers[i] = &worker{}
		wg.Add(1)
		go func() {
			defer wg.Done()
			workers[i].run(jobs)
		}()
	}
	wg.Wait()
	total := 0
	for _, w := range workers {
		total += w.done
	}
	return total
}
