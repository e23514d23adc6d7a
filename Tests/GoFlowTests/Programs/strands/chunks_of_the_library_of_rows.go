// answer: no (distinct-elements)
// reason: The rows of a chunk are given to one goroutine alone.

package p

import (
	"slices"
	"sync"
)

func Sort(rows [][]int, size int) {
	var wg sync.WaitGroup
	for chunk := range slices.Chunk(rows, size) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for _, row := range chunk {
				row[0] = len(row) // A B
			}
		}()
	}
	wg.Wait()
}
