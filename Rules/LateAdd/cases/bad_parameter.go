package cases

import "sync"

func work(wg *sync.WaitGroup, n int) {
	wg.Add(1) // want "runs inside the goroutine that it counts"
	defer wg.Done()
	_ = n
}

func startWork() {
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		go work(&wg, i)
	}
	wg.Wait()
}
