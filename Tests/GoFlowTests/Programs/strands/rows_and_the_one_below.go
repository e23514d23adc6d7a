// answer: yes
// reason: Each goroutine reads the row that the next one fills.

package p

func Fill(cells []int, width, height int) {
	for y := range height {
		go func() {
			for x := range width {
				below := cells[(y+1)*width+x] // A
				cells[y*width+x] = below      // B
			}
		}()
	}
}
