package example

import "sync"

func Count(parts [][]string) int {
	var wg sync.WaitGroup
	totals := make([]int, len(parts))
	for i, part := range parts {
		wg.Go(func() {
			seen := map[string]bool{}
			for _, word := range part {
				seen[word] = true
			}
			totals[i] = len(seen)
		})
	}
	wg.Wait()
	sum := 0
	for _, n := range totals {
		sum += n
	}
	return sum
}
