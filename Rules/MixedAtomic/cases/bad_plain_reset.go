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
			println(atomic.LoadInt64(&m.bytes))
			m.bytes = 0 // want "field `Meter.bytes` is used through sync/atomic"
		}
	}()
	return m
}

func (m *Meter) Add(n int64) { atomic.AddInt64(&m.bytes, n) }
