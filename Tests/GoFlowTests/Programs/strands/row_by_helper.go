// answer: no (distinct-elements)
// reason: The helper gives each goroutine the row of its own number.

package p

func row(cells []float64, y, width int) []float64 {
	return cells[y*width : (y+1)*width]
}

func Fill(cells []float64, width int) {
	for y := range width {
		go func() {
			own := row(cells, y, width)
			for x := range own {
				own[x] = 1 // A B
			}
		}()
	}
}
