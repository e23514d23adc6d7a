// answer: yes
// reason: The computation still reads the weights when the caller halves them before it receives the result.

package p

func startScore(weights []float64) <-chan float64 {
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

func Anneal(weights []float64, rounds int) float64 {
	best := 0.0
	for i := 0; i < rounds; i++ {
		result := startScore(weights)
		for j := range weights {
			weights[j] /= 2 // B
		}
		best = max(best, <-result)
	}
	return best
}
