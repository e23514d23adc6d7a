package cases

type source struct{ sent int }

// Values that are sent in a loop are the work, not its end.
func (s *source) stream(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 0; i < n; i++ {
			out <- i
			s.sent++
		}
	}()
	return out
}

func drain(s *source) int {
	total := 0
	for v := range s.stream(3) {
		total += v
	}
	return total + s.sent
}
