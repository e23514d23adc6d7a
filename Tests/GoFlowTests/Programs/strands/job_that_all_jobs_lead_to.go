// answer: yes
// reason: The jobs of several chunks may have one parent, which is no element of a chunk.

package p

import "sync"

type job struct {
	parent *job
	done   int
}

func work(jobs []*job, wg *sync.WaitGroup) {
	defer wg.Done()
	for _, j := range jobs {
		j.parent.done++ // A B
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
