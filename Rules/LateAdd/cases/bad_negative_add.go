package cases

import "sync"

// Adding a negative number is another way to write Done.
func negative(serve func()) {
	wg := &sync.WaitGroup{}
	go func() {
		wg.Add(1) // want "runs inside the goroutine that it counts"
		defer wg.Add(-1)
		serve()
	}()
	wg.Wait()
}
