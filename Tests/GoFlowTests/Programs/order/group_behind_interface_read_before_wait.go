// answer: yes
// reason: The wait group lies in an interface, and the sum is read before it was waited for.

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
	defer g.Wait()
	return total // B
}
