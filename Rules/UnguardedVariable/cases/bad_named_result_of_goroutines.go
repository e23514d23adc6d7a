package example

import (
	"errors"
	"strconv"
	"sync"
)

// The caller takes the result after all deferred calls.
func namedResultReturned(n int) (err error) {
	for i := range n {
		go func() {
			err = errors.New(strconv.Itoa(i)) // want "variable `err` is written with no lock"
		}()
	}
	return err
}

// Here it is used by the goroutines alone, until all are done.
func namedResultWaitedFor(n int) (err error) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			err = errors.New(strconv.Itoa(i)) // want "variable `err` is written with no lock"
		}()
	}
	wg.Wait()
	return err
}
