package example

import "sync"

func Double(values []int) {
	var wg sync.WaitGroup
	for start := 0; start < len(values); start += 1024 {
		part := values[start:min(start+1024, len(values))]
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range part {
				part[i] *= 2
			}
		}()
	}
	wg.Wait()
}
