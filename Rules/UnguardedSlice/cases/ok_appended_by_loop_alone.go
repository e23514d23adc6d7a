package example

func Batches(lines <-chan string, size int) <-chan []string {
	batches := make(chan []string)
	go func() {
		defer close(batches)
		var batch []string
		for line := range lines {
			batch = append(batch, line)
			if len(batch) == size {
				batches <- batch
				batch = nil
			}
		}
		batches <- batch
	}()
	return batches
}
