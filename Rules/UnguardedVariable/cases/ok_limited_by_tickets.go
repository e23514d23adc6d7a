package example

import "sync"

func Largest(files []string, size func(string) int) int {
	tickets := make(chan struct{}, 4)
	var wg sync.WaitGroup
	var mu sync.Mutex
	largest := 0
	for _, file := range files {
		wg.Add(1)
		tickets <- struct{}{}
		go func() {
			defer wg.Done()
			defer func() { <-tickets }()
			n := size(file)
			mu.Lock()
			largest = max(largest, n)
			mu.Unlock()
		}()
	}
	wg.Wait()
	return largest
}
