// answer: no (distinct-elements)
// reason: Each goroutine fills the row of its own number; nobody changes the width.

package p

type matrix struct {
	width, height int
	cells         []int
}

func Fill(m *matrix) {
	for y := 0; y < m.height; y++ {
		go func() {
			for x := 0; x < m.width; x++ {
				m.cells[y*m.width+x] = y // A B
			}
		}()
	}
}
