package count

import "sync/atomic"

type Meter struct{ bytes uint64 }

func (m *Meter) Follow(sizes <-chan uint64) {
	go func() {
		for size := range sizes {
			atomic.AddUint64(&m.bytes, size)
		}
	}()
}
