// answer: yes
// reason: All goroutines have one variable for the row, which goes on while they run.

package p

func row(cells []float64, y, width int) []float64 {
	return cells[y*width : (y+1)*width]
}

func Fill(cells []float64, width, height int) {
	var y int
	for range height {
		go func() {
			own := row(cells, y, width)
			for x := range own {
				own[x] = 1 // A B
			}
		}()
		y++
	}
}
