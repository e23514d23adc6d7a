package example

import (
	"slices"
	"sync"
)

func Scale(values []float64, size int) {
	var wg sync.WaitGroup
	for len(values) > 0 {
		n := min(size, len(values))
		part := values[:n]
		values = values[n:]
		wg.Go(func() { scale(part) })
	}
	wg.Wait()
}

func ScaleChunks(values []float64, size int) {
	var wg sync.WaitGroup
	for part := range slices.Chunk(values, size) {
		wg.Go(func() { scale(part) })
	}
	wg.Wait()
}

func ScaleBounds(values []float64, workers int) {
	var wg sync.WaitGroup
	for i := range workers {
		low, high := bounds(i, workers, len(values))
		wg.Go(func() { scale(values[low:high]) })
	}
	wg.Wait()
}

func bounds(i, count, total int) (low, high int) {
	size := (total + count - 1) / count
	low = min(i*size, total)
	return low, min(low+size, total)
}

func scale(part []float64) {
	for i := range part {
		part[i] *= 2
	}
}
