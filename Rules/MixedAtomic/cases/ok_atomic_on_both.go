package example

import (
	"sync/atomic"
	"time"
)

type Meter struct{ bytes int64 }

func NewMeter() *Meter {
	m := &Meter{}
	go func() {
		for range time.Tick(time.Second) {
			println(atomic.SwapInt64(&m.bytes, 0))
		}
	}()
	return m
}

func (m *Meter) Add(n int64) { atomic.AddInt64(&m.bytes, n) }
