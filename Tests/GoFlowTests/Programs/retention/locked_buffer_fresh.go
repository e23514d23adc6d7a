// answer: no (handed-over)
// reason: Each payload is allocated anew, written before Add and never touched after it.

package p

import (
	"io"
	"sync"
	"time"
)

type Depot struct {
	mu    sync.Mutex
	items [][]byte
	w     io.Writer
}

func OpenDepot(w io.Writer) *Depot {
	d := &Depot{w: w}
	go d.flushLoop()
	return d
}

func (d *Depot) Add(payload []byte) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.items = append(d.items, payload)
}

func (d *Depot) flushLoop() {
	for range time.Tick(time.Millisecond) {
		d.mu.Lock()
		items := d.items
		d.items = nil
		d.mu.Unlock()
		for _, it := range items {
			d.w.Write(it) // A
		}
	}
}

func EncodeAll(d *Depot, values []byte) {
	for _, v := range values {
		buf := make([]byte, 1)
		buf[0] = v // B
		d.Add(buf)
	}
}
