package cases

import "sync"

// The wait group is waited for before the errors are looked at.
func inOrder(n int, work func(int) error) (names []string, err error) {
	var mu sync.Mutex
	errs := make(chan error, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			errs <- work(i)
			mu.Lock()
			names = append(names, "done")
			mu.Unlock()
		}()
	}
	wg.Wait()
	for range n {
		if e := <-errs; e != nil {
			err = e
		}
	}
	return names, err
}
