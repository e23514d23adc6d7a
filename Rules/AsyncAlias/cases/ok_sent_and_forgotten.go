package example

type Batches struct{ full chan []int }

func Gather(numbers <-chan int) {
	b := &Batches{full: make(chan []int, 2)}
	go func() {
		for batch := range b.full {
			println(len(batch), batch[0])
		}
	}()
	var batch []int
	for n := range numbers {
		batch = append(batch, n)
		if len(batch) == 100 {
			b.full <- batch
			batch = nil
		}
	}
}
