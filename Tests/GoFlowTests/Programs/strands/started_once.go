// answer: no (one-goroutine)
// reason: The goroutine is started a single time, and only it touches the list it grows.

package p

import "math/rand/v2"

func record(in <-chan float64, full chan<- []float64) {
	var seen []float64
	for v := range in {
		seen = append(seen, v) // A B
	}
	full <- seen
}

func Collect(n int) []float64 {
	in, full := make(chan float64), make(chan []float64)
	go record(in, full)
	for i := 0; i < n; i++ {
		in <- rand.Float64()
	}
	close(in)
	return <-full
}
