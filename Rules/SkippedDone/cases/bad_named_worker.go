package example

import "sync"

func work(wg *sync.WaitGroup, jobs []func() error) {
	for _, job := range jobs {
		if job() != nil {
			return
		}
	}
	wg.Done() // want "`wg.Done..` is left out by an early return"
}

func Run(jobs []func() error) {
	var wg sync.WaitGroup
	wg.Add(1)
	go work(&wg, jobs)
	wg.Wait()
}
