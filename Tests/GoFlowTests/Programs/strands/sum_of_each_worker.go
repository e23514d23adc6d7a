// answer: no (distinct-elements)
// reason: Each worker adds to the element of its own number.

package p

import "sync"

func workers(n int, jobs []int, work func(worker, job int)) {
	queue := make(chan int)
	var wg sync.WaitGroup
	for w := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for job := range queue {
				work(w, job)
			}
		}()
	}
	for _, job := range jobs {
		queue <- job
	}
	close(queue)
	wg.Wait()
}

func Sum(jobs []int) []int {
	sums := make([]int, 4)
	workers(4, jobs, func(worker, job int) {
		sums[worker] += job // A B
	})
	return sums
}
