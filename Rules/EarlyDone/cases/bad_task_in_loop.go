package cases

import "sync"

type worker struct {
	pending *sync.WaitGroup
	handled int
}

// Each turn of the loop completes one task, and counts it too late.
func (w *worker) loop(tasks <-chan func()) {
	for task := range tasks {
		task()
		w.pending.Done() // want "`w.pending.Done\(\)` announces completion before the change of `w.handled`"
		w.handled++
	}
}

func startWorker(tasks chan func(), list []func()) int {
	w := &worker{pending: new(sync.WaitGroup)}
	go w.loop(tasks)
	w.pending.Add(len(list))
	for _, task := range list {
		tasks <- task
	}
	w.pending.Wait()
	return w.handled
}
