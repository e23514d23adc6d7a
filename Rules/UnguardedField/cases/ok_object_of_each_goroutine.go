package example

import "sync"

type worker struct {
	id   int
	busy int
}

func (w *worker) run(jobs <-chan func()) {
	for job := range jobs {
		job()
		w.busy++
	}
	println(w.id, w.busy)
}

func Work(jobs <-chan func()) {
	var wg sync.WaitGroup
	for id := range 8 {
		w := &worker{id: id}
		wg.Add(1)
		go func() {
			defer wg.Done()
			w.run(jobs)
		}()
	}
	wg.Wait()
}
