package example

import "sync"

// known-miss: signals of a loop are not looked at: that each turn is counted is not known

func drain(jobs chan int) {
	var wg sync.WaitGroup
	go func() {
		for job := range jobs {
			if job < 0 {
				continue
			}
			println(job)
			wg.Done()
		}
	}()
	for i := -5; i < 5; i++ {
		wg.Add(1)
		jobs <- i
	}
	wg.Wait()
}
