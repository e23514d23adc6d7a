// answer: no (once)
// reason: Each of the functions that the helper is given runs once.

package p

import "sync"

func all(tasks ...func()) {
	var wg sync.WaitGroup
	for _, task := range tasks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			task()
		}()
	}
	wg.Wait()
}

func Load() (int, int) {
	var a, b int
	all(func() {
		a++ // A B
	}, func() {
		b++
	})
	return a, b
}
