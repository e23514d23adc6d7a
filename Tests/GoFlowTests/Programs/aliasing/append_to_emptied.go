// answer: yes
// reason: Appending to batch[:0] rewrites the elements of the batch that was sent a moment before.

package p

type metric struct {
	name  string
	value float64
}

func Pump(in <-chan metric, out chan<- []metric, limit int) {
	batch := make([]metric, 0, limit)
	for m := range in {
		batch = append(batch, m) // A
		if len(batch) == limit {
			out <- batch
			batch = batch[:0]
		}
	}
}

func Sum(out <-chan []metric) float64 {
	total := 0.0
	for batch := range out {
		for i := range batch {
			total += batch[i].value // B
		}
	}
	return total
}

func StartSum(in <-chan metric) float64 {
	out := make(chan []metric)
	go func() {
		defer close(out)
		Pump(in, out, 32)
	}()
	return Sum(out)
}
