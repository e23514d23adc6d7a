// answer: yes
// reason: The method gives two rows, of which the next goroutine has one, too.

package p

type matrix struct {
	width, height int
	cells         []float64
}

func (m *matrix) row(y int) []float64 {
	return m.cells[y*m.width : (y+2)*m.width]
}

func Fill(m *matrix) {
	for y := 0; y < m.height; y++ {
		go fill(m.row(y))
	}
}

func fill(row []float64) {
	for x := range row {
		row[x] = 1 // A B
	}
}
