// answer: no (distinct-elements)
// reason: Each turn of the loop starts a goroutine with a chunk of its own.

package p

import "sync"

func invert(chunk []byte) {
	for i := range chunk {
		chunk[i] = ^chunk[i] // A B
	}
}

func InvertAll(image []byte, size int) {
	var wg sync.WaitGroup
	for from := 0; from < len(image); from += size {
		wg.Add(1)
		go func() {
			defer wg.Done()
			invert(image[from:min(from+size, len(image))])
		}()
	}
	wg.Wait()
}
