// race: ok_owned_by_loop.go

package example

import "sync"

type Worker struct {
	mu    sync.RWMutex
	limit int
	quiet bool
	name  string
}

func Start(jobs <-chan int, log func(string, int)) *Worker {
	w := &Worker{limit: 2, name: "worker"}
	go w.run(jobs, log)
	return w
}

func (w *Worker) run(jobs <-chan int, log func(string, int)) {
	for job := range jobs {
		for i := 0; i < w.limit; i++ {
			log("step", i)
		}
		if job > 1 && !w.quiet {
			log(w.name, job)
		}
		switch w.name {
		case "":
			log("nobody", job)
		}
		defer log("done", w.limit)
	}
}

func (w *Worker) Limit() int {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.limit
}

func (w *Worker) Configure(limit int, quiet bool, name string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.limit = limit // want "field `Worker.limit` is written with no lock that both sides hold"
	w.quiet = quiet // want "field `Worker.quiet` is written with no lock that both sides hold"
	w.name = name   // want "field `Worker.name` is written with no lock that both sides hold"
}
