package cases

import "sync"

func descend(wg *sync.WaitGroup, depth int) {
	defer wg.Done()
	if depth == 0 {
		return
	}
	wg.Add(2)
	go descend(wg, depth-1)
	go descend(wg, depth-1)
}

// Each goroutine is counted by the one that starts it, and is itself counted while it adds.
func tree() {
	var wg sync.WaitGroup
	wg.Add(1)
	go descend(&wg, 3)
	wg.Wait()
}
