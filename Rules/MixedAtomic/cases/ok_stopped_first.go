package example

import "sync/atomic"

type Meter struct {
	stop  chan struct{}
	done  chan struct{}
	ticks uint64
}

func Start(step func()) *Meter {
	m := &Meter{stop: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(m.done)
		for {
			select {
			case <-m.stop:
				return
			default:
				step()
				atomic.AddUint64(&m.ticks, 1)
			}
		}
	}()
	return m
}

func (m *Meter) Now() uint64 { return atomic.LoadUint64(&m.ticks) }

func (m *Meter) Stop() uint64 {
	close(m.stop)
	<-m.done
	return m.ticks
}
