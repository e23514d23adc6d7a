package example

import (
	"os"
	"sync"
)

func Remove(names []string) error {
	var wg sync.WaitGroup
	var err error
	for _, name := range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err = os.Remove(name); err != nil { // want "variable `err` is written with no lock"
				println(name)
			}
		}()
	}
	wg.Wait()
	return err
}
