// answer: no (joined)
// reason: The group waits for all workers.

package p

import "sync"

type task struct{ n int }

func Run(tasks []*task) int {
	queue := make(chan *task)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for t := range queue {
				t.n = 1 // A
			}
		}()
	}
	for _, t := range tasks {
		queue <- t
	}
	close(queue)
	wg.Wait()
	sum := 0
	for _, t := range tasks {
		sum += t.n // B
	}
	return sum
}
