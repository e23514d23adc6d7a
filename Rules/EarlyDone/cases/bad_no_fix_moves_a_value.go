package cases

// The value that is sent would be another one after the change: there is no fix that moves.
func handOut(parts []int) (int, int) {
	total := 0
	for _, part := range parts {
		total += part
	}
	done := make(chan int)
	go func() {
		done <- total // want "`done <- total` announces completion before the change of `total`"
		total = 0
	}()
	sent := <-done
	return sent, total
}
