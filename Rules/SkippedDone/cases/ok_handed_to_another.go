package example

import "sync"

func chain(steps []func(), last func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		if len(steps) == 0 {
			go func() {
				last()
				wg.Done()
			}()
			return
		}
		for _, step := range steps {
			step()
		}
		wg.Done()
	}()
	wg.Wait()
}
