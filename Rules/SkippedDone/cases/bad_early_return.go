package example

import "sync"

func loadAll(paths []string, load func(string) error) []error {
	var wg sync.WaitGroup
	errs := make([]error, len(paths))
	for i, path := range paths {
		wg.Add(1)
		go func() {
			if errs[i] = load(path); errs[i] != nil {
				return
			}
			println("loaded", path)
			wg.Done() // want "`wg.Done..` is left out by an early return, so `wg.Wait..` waits for ever"
		}()
	}
	wg.Wait()
	return errs
}
