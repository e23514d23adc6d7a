// answer: no (distinct-elements)
// reason: Each row number is received by one goroutine, and the rows are different slices as far as anybody knows.

package p

func Fill(n int) [][]float64 {
	out := make([][]float64, n)
	for y := range out {
		out[y] = make([]float64, n)
	}
	rows := make(chan int)
	for range 4 {
		go func() {
			for y := range rows {
				out[y][0] = 1 // A B
			}
		}()
	}
	for y := 0; y < n; y++ {
		rows <- y
	}
	close(rows)
	return out
}
