// answer: yes
// reason: The goroutine has the index of the one that starts it.

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
		go set(out, i)
		out[i] = 2 // A
	}
}

func set(out []int, i int) {
	out[i] = 1 // B
}
