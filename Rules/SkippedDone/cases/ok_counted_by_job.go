package example

import "sync"

func process(jobs chan int, run func(int) bool) {
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		go func() {
			for job := range jobs {
				if !run(job) {
					wg.Done()
					return
				}
				wg.Done()
			}
		}()
	}
	for i := 0; i < 100; i++ {
		wg.Add(1)
		jobs <- i
	}
	wg.Wait()
}
