// answer: no (distinct-elements)
// reason: One call starts all the goroutines, and each index is received by one of them.

package p

func Fill(n int) []int {
	out := make([]int, n)
	fill(out)
	return out
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
