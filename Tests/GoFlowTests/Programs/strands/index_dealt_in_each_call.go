// answer: yes
// reason: The goroutines of the two calls have channels of their own, out of which the same indices come.

package p

func Fill(out []int) {
	fill(out)
	fill(out)
}

func fill(out []int) {
	idx := make(chan int)
	for range 4 {
		go func() {
			for i := range idx {
				out[i] = 1 // A B
			}
		}()
	}
	go func() {
		for i := range out {
			idx <- i
		}
		close(idx)
	}()
}
