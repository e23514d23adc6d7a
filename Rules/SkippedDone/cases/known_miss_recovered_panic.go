package example

import "sync"

// known-miss: that a call may panic is not known

func guard(jobs []func()) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			defer func() { _ = recover() }()
			job()
			wg.Done()
		}()
	}
	wg.Wait()
}
