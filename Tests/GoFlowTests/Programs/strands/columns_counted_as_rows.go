// answer: yes
// reason: A cell counted from the column is in the rows of several goroutines.

package p

func Fill(cells []int, width, height int) {
	for x := range width {
		go func() {
			for y := range height {
				cells[y*height+x] = x // A B
			}
		}()
	}
}
