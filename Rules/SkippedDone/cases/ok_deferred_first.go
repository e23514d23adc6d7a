package example

import "sync"

func loadAll(paths []string, load func(string) error) {
	var wg sync.WaitGroup
	for _, path := range paths {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if load(path) != nil {
				return
			}
			println("loaded", path)
		}()
	}
	wg.Wait()
}
