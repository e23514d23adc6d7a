package example

// A channel with room for one stands for a lock.
func Total(parts [][]int) int {
	ticket := make(chan struct{}, 1)
	done := make(chan struct{})
	total := 0
	for _, part := range parts {
		go func() {
			ticket <- struct{}{}
			for _, n := range part {
				total += n
			}
			<-ticket
			done <- struct{}{}
		}()
	}
	for range parts {
		<-done
	}
	return total
}
