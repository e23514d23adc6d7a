// answer: yes
// reason: refresh starts one goroutine, but it is called in a loop, so the goroutine runs beside another of its kind.

package p

import "math/rand/v2"

type sampler struct {
	seen  []float64
	fetch func() float64
}

func (s *sampler) refresh() {
	go func() {
		s.seen = append(s.seen, s.fetch()) // A B
	}()
}

func Burst(n int) *sampler {
	s := &sampler{fetch: rand.Float64}
	for i := 0; i < n; i++ {
		s.refresh()
	}
	return s
}
