// answer: yes
// reason: The last job of a chunk is the first one of the next.

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
	for start := 0; start+size < len(jobs); start += size {
		wg.Add(1)
		go work(jobs[start:start+size+1], &wg)
	}
	wg.Wait()
}
