// answer: yes
// reason: The helper is given one function twice.

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
	count := func() {
		a++ // A B
	}
	all(count, count, func() { b++ })
	return a, b
}
