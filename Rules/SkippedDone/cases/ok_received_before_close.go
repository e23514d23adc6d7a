package example

func two(work func() int) int {
	results := make(chan int)
	go func() { results <- work() }()
	first := <-results
	close(results)
	return first
}
