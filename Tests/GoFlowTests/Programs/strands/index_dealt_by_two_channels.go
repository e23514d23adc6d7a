// answer: yes
// reason: Each of the channels gives all indices once, the one to the one goroutine and the other to the other.

package p

func Fill(out []int) {
	first, second := make(chan int), make(chan int)
	go func() {
		for i := range first {
			out[i] = 1 // A
		}
	}()
	go func() {
		for i := range second {
			out[i] = 2 // B
		}
	}()
	for i := range out {
		first <- i
		second <- i
	}
	close(first)
	close(second)
}
