// answer: yes
// reason: The ring holds the slice itself, which the collector sums while the sampler fills it again.

package p

import (
	"container/ring"
	"sync"
)

type window struct {
	mu   sync.Mutex
	ring *ring.Ring
}

func (w *window) put(samples []float64) {
	w.mu.Lock()
	w.ring.Value = samples
	w.ring = w.ring.Next()
	w.mu.Unlock()
}

func (w *window) sum() (total float64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.ring.Do(func(v any) {
		if samples, ok := v.([]float64); ok {
			for _, s := range samples { // A
				total += s
			}
		}
	})
	return total
}

func Sample(next func() float64, sums chan<- float64) {
	w := &window{ring: ring.New(8)}
	go func() { sums <- w.sum() }()
	samples := make([]float64, 16)
	for i := 0; ; i++ {
		samples[i%16] = next() // B
		w.put(samples)
	}
}
