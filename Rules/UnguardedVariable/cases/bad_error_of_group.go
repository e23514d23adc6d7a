// race: ok_wait_before_read.go

package example

import "sync"

func All(tasks []func() error) (err error) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if e := task(); e != nil {
				err = e // want "variable `err` is written with no lock"
			}
		}()
	}
	wg.Wait()
	return err
}
