// answer: no (distinct-elements)
// reason: Each goroutine fills the row of its own number.

package p

func Fill(cells []int, width, height int) {
	for y := range height {
		go func() {
			for x := range width {
				cells[y*width+x] = y // A B
			}
		}()
	}
}
