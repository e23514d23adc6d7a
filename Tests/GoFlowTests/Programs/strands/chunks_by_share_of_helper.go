// answer: no (distinct-elements)
// reason: The size of a chunk, which the helper works out, is the same for all of them.

package p

import "sync"

func share(worker, workers, total int) (first, end int) {
	each := (total + workers - 1) / workers
	first = worker * each
	end = min(first+each, total)
	return
}

func Invert(image []byte, workers int) {
	var wg sync.WaitGroup
	for w := range workers {
		first, end := share(w, workers, len(image))
		wg.Add(1)
		go invert(image[first:end], &wg)
	}
	wg.Wait()
}

func invert(part []byte, wg *sync.WaitGroup) {
	defer wg.Done()
	for i := range part {
		part[i] = ^part[i] // A B
	}
}
