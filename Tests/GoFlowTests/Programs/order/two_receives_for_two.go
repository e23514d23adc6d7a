// answer: no (joined)
// reason: Two goroutines are started and two signals received.

package p

type half struct{ sum int }

func add(h *half, values []int, done chan<- bool) {
	for _, v := range values {
		h.sum += v // A
	}
	done <- true
}

func Sum(values []int) int {
	var left, right half
	done := make(chan bool)
	go add(&left, values[:len(values)/2], done)
	go add(&right, values[len(values)/2:], done)
	for range 2 {
		<-done
	}
	return left.sum + right.sum // B
}
