// answer: yes
// reason: Each goroutine makes a channel of its own, out of which the same indices come.

package p

func Fill(out []int) {
	for range 4 {
		go func() {
			idx := make(chan int)
			go func() {
				for i := range out {
					idx <- i
				}
				close(idx)
			}()
			for i := range idx {
				out[i] = 1 // A B
			}
		}()
	}
}
