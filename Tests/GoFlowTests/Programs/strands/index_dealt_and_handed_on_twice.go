// answer: yes
// reason: Two goroutines are given the same index.

package p

func Fill(out []int) {
	idx := make(chan int)
	go func() {
		for i := range out {
			idx <- i
		}
		close(idx)
	}()
	for i := range idx {
		go set(out, i, 1)
		go set(out, i, 2)
	}
}

func set(out []int, i, value int) {
	out[i] = value // A B
}
