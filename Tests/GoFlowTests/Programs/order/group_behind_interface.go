// answer: no (joined)
// reason: All that is ever put into the interface is a wait group of Go's own, and the sum is read once that was waited for.

package p

import "sync"

type group interface {
	Add(delta int)
	Done()
	Wait()
}

func Sum(parts [][]int) int {
	total := 0
	var mu sync.Mutex
	var g group = new(sync.WaitGroup)
	for _, part := range parts {
		g.Add(1)
		go func(part []int) {
			defer g.Done()
			for _, n := range part {
				mu.Lock()
				total += n // A
				mu.Unlock()
			}
		}(part)
	}
	g.Wait()
	return total // B
}
