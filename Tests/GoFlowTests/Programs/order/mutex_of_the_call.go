// answer: yes
// reason: The mutex is a local variable of each call, so no two calls ever lock the same one.

package p

import "sync"

var totals = map[string]int{}

func Add(name string, n int) {
	var mu sync.Mutex
	mu.Lock()
	defer mu.Unlock()
	totals[name] += n // A B
}

func AddAll(names []string) {
	var wg sync.WaitGroup
	for _, n := range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			Add(n, 1)
		}()
	}
	wg.Wait()
}
