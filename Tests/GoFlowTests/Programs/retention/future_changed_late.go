// answer: no (joined)
// reason: The caller receives the result before it halves the weights, so the goroutine is done with them.

package p

func beginScore(weights []float64) <-chan float64 {
	result := make(chan float64, 1)
	go func() {
		total := 0.0
		for _, w := range weights { // A
			total += w * w
		}
		result <- total
	}()
	return result
}

func Cool(weights []float64, rounds int) float64 {
	best := 0.0
	for i := 0; i < rounds; i++ {
		result := beginScore(weights)
		best = max(best, <-result)
		for j := range weights {
			weights[j] /= 2 // B
		}
	}
	return best
}
