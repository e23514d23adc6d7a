// answer: yes
// reason: The batcher keeps the pointers, and the timer's goroutine encodes the points while the caller reuses its one point.

package p

import (
	"encoding/json"
	"io"
	"sync"
	"time"
)

type Point struct {
	Series string
	Value  float64
}

type Batcher struct {
	mu     sync.Mutex
	points []*Point
	timer  *time.Timer
	w      io.Writer
}

func (b *Batcher) Add(p *Point) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.points = append(b.points, p)
	if b.timer == nil {
		b.timer = time.AfterFunc(time.Millisecond, b.flush)
	}
}

func (b *Batcher) flush() {
	b.mu.Lock()
	points := b.points
	b.points, b.timer = nil, nil
	b.mu.Unlock()
	enc := json.NewEncoder(b.w)
	for _, p := range points {
		_ = enc.Encode(p) // A
	}
}

func Feed(b *Batcher, series string, values []float64) {
	p := Point{Series: series}
	for _, v := range values {
		p.Value = v // B
		b.Add(&p)
	}
}
