package example

import "sync"

func Each(items []int, skip func(int) bool) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
	items:
		for _, item := range items {
			for {
				if skip(item) {
					continue items
				}
				if skip(item + 1) {
					return
				}
			}
		}
		wg.Done() // want "left out by an early return"
	}()
	wg.Wait()
}
