// answer: no (distinct-elements)
// reason: Each goroutine is given a chunk of its own, and each job lies in one place of the slice.

package p

import "sync"

type job struct {
	name string
	done bool
}

func work(jobs []*job, wg *sync.WaitGroup) {
	defer wg.Done()
	for _, j := range jobs {
		j.done = j.name != "" // A B
	}
}

func Run(jobs []*job, size int) {
	var wg sync.WaitGroup
	for start := 0; start < len(jobs); start += size {
		wg.Add(1)
		go work(jobs[start:min(start+size, len(jobs))], &wg)
	}
	wg.Wait()
}
