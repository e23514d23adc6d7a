// answer: no (copied)
// reason: Add takes the reading by value and readings hold no references, so the batch has copies.

package p

import (
	"encoding/json"
	"io"
	"sync"
	"time"
)

type Reading struct {
	Series string
	Value  float64
}

type Collector struct {
	mu       sync.Mutex
	readings []Reading
	timer    *time.Timer
	w        io.Writer
}

func (b *Collector) Add(p Reading) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.readings = append(b.readings, p)
	if b.timer == nil {
		b.timer = time.AfterFunc(time.Millisecond, b.flush)
	}
}

func (b *Collector) flush() {
	b.mu.Lock()
	readings := b.readings
	b.readings, b.timer = nil, nil
	b.mu.Unlock()
	enc := json.NewEncoder(b.w)
	for i := range readings {
		_ = enc.Encode(&readings[i]) // A
	}
}

func FeedValues(b *Collector, series string, values []float64) {
	p := Reading{Series: series}
	for _, v := range values {
		p.Value = v // B
		b.Add(p)
	}
}
