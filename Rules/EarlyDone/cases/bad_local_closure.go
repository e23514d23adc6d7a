package cases

import "sync"

// The change is made by a literal that has a name.
func collectErrors(jobs []func() error) []error {
	var mu sync.Mutex
	var errs []error
	add := func(err error) {
		mu.Lock()
		defer mu.Unlock()
		errs = append(errs, err)
	}
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			err := job()
			wg.Done() // want "`wg.Done\(\)` announces completion before the change of `errs`"
			if err != nil {
				add(err)
			}
		}()
	}
	wg.Wait()
	return errs
}
