package cases

import "sync"

func deferredFirst(work func() error) (err error) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { err = work() }()
	}()
	wg.Wait()
	return err
}
