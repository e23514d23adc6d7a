// answer: no (distinct-elements)
// reason: Each turn receives another index and hands it to a goroutine of its own.

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
	}
}

func set(out []int, i int) {
	out[i] = 1 // A B
}
