// answer: no (distinct-elements)
// reason: Each goroutine has the rows from its first one to before its last one.

package p

func Fill(cells []float64, width, height, workers int) {
	band := height / workers
	for w := 0; w < workers; w++ {
		go func(first, last int) {
			for y := first; y < last; y++ {
				for x := 0; x < width; x++ {
					cells[y*width+x] = 1 // A B
				}
			}
		}(w*band, (w+1)*band)
	}
}
