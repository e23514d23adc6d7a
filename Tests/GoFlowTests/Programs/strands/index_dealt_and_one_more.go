// answer: yes
// reason: The function that is given the channel puts an index into it as well.

package p

func Fill(out []int) {
	idx := make(chan int)
	for range 4 {
		go func() {
			for i := range idx {
				out[i] = 1 // A B
			}
		}()
	}
	for i := range out {
		idx <- i
	}
	finish(idx)
}

func finish(idx chan int) {
	idx <- 0
	close(idx)
}
