// answer: yes
// reason: The loop makes as many functions as it has turns, which all write to one variable.

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
	var tasks []func()
	for range 3 {
		tasks = append(tasks, func() {
			a++ // A B
		})
	}
	all(tasks...)
	return a, b
}
