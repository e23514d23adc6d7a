// answer: yes
// reason: Rows that are as wide as those of one matrix are counted by the width of the other one.

package p

type matrix struct {
	width, height int
	cells         []int
}

func Fill(m, other *matrix) {
	for y := 0; y < m.height; y++ {
		go func() {
			for x := 0; x < m.width; x++ {
				m.cells[y*other.width+x] = y // A B
			}
		}()
	}
}
