// answer: yes
// reason: Start runs collect and report in two goroutines, and both use the sum without a lock.

package p

import (
	"log"
	"time"
)

type Monitor struct {
	input chan int
	quit  chan struct{}
	sum   int
}

func (m *Monitor) Start() {
	go m.collect()
	go m.report(time.Millisecond)
}

func (m *Monitor) collect() {
	for {
		select {
		case v := <-m.input:
			m.sum += v // A
		case <-m.quit:
			return
		}
	}
}

func (m *Monitor) report(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			log.Println("sum", m.sum) // B
		case <-m.quit:
			return
		}
	}
}

func (m *Monitor) Add(v int) { m.input <- v }
