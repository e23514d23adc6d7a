// answer: no (handed-over)
// reason: After each send the sender starts a fresh array, so the batch that was sent belongs to the reader alone.

package p

type sample struct {
	name  string
	value float64
}

func pumpSamples(in <-chan sample, out chan<- []sample, limit int) {
	batch := make([]sample, 0, limit)
	for m := range in {
		batch = append(batch, m) // A
		if len(batch) == limit {
			out <- batch
			batch = make([]sample, 0, limit)
		}
	}
	close(out)
}

func sumSamples(out <-chan []sample) float64 {
	total := 0.0
	for batch := range out {
		for i := range batch {
			total += batch[i].value // B
		}
	}
	return total
}

func StartSamples(in <-chan sample) float64 {
	out := make(chan []sample)
	go pumpSamples(in, out, 32)
	return sumSamples(out)
}
