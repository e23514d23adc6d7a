// answer: no (only-read)
// reason: The table is initialised with the package, and the goroutines only look things up in it.

package p

import "strings"

var units = map[string]float64{
	"mm": 0.001,
	"cm": 0.01,
	"km": 1000,
}

func metres(amount float64, unit string) float64 {
	factor, ok := units[strings.ToLower(unit)] // A B
	if !ok {
		return amount
	}
	return amount * factor
}

func ConvertAll(amounts []float64, unit string) []float64 {
	type result struct {
		at int
		v  float64
	}
	results := make(chan result)
	for i, a := range amounts {
		go func() { results <- result{i, metres(a, unit)} }()
	}
	out := make([]float64, len(amounts))
	for range amounts {
		r := <-results
		out[r.at] = r.v
	}
	return out
}
