// answer: no (other-memory)
// reason: Each call of the factory makes a new counter, so the goroutines count in different variables.

package p

func counter(start int64) func() int64 {
	n := start
	return func() int64 {
		n++ // A B
		return n
	}
}

func Number(lanes int, use func(lane int, id int64)) {
	for lane := range lanes {
		next := counter(int64(lane) * 1000)
		go func() {
			for range 3 {
				use(lane, next())
			}
		}()
	}
}
