// answer: yes
// reason: The helper gives the first element of the next row, too.

package p

func row(cells []float64, y, width int) []float64 {
	return cells[y*width : (y+1)*width+1]
}

func Fill(cells []float64, width, height int) {
	for y := range height {
		go func() {
			own := row(cells, y, width)
			for x := range own {
				own[x] = 1 // A B
			}
		}()
	}
}
