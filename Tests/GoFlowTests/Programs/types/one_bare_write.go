// answer: yes
// reason: All other accesses hold the mutex, but Reset replaces the samples without it.

package p

import (
	"slices"
	"sync"
)

type Percentiles struct {
	mu      sync.Mutex
	samples []float64
	limit   int
}

func NewPercentiles(limit int) *Percentiles {
	return &Percentiles{limit: limit, samples: make([]float64, 0, limit)}
}

func (p *Percentiles) Observe(v float64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.samples) < p.limit {
		p.samples = append(p.samples, v) // A
	}
}

func (p *Percentiles) Median() float64 {
	p.mu.Lock()
	own := slices.Clone(p.samples)
	p.mu.Unlock()
	slices.Sort(own)
	if len(own) == 0 {
		return 0
	}
	return own[len(own)/2]
}

func (p *Percentiles) Reset() {
	p.samples = nil // B
}
