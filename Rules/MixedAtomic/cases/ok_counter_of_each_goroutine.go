package example

import (
	"sync"
	"sync/atomic"
)

type worker struct{ done int64 }

func Run(jobs <-chan func(), total *int64) {
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			w := &worker{}
			for job := range jobs {
				job()
				w.done++
			}
			atomic.AddInt64(total, w.done)
		}()
	}
	wg.Wait()
}
