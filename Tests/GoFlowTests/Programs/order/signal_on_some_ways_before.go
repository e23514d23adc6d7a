// answer: yes
// reason: The goroutine says that it has begun before it counts; whoever waits for that has not seen the count.

package p

type worker struct{ begun chan bool }

func (w *worker) begin() {
	select {
	case w.begun <- true:
	default:
	}
}

func Count(jobs []int) int {
	w := &worker{begun: make(chan bool, 1)}
	n := 0
	go func() {
		w.begin()
		for range jobs {
			n++ // A
		}
	}()
	<-w.begun
	return n // B
}
