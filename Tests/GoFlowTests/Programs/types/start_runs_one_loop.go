// answer: no (one-goroutine)
// reason: The constructor starts one loop for each monitor, and collecting and reporting both happen in it.

package p

import (
	"log"
	"time"
)

type Totals struct {
	input chan int
	quit  chan struct{}
	sum   int
}

func NewTotals(every time.Duration) *Totals {
	t := &Totals{input: make(chan int), quit: make(chan struct{})}
	go t.run(every)
	return t
}

func (m *Totals) run(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case v := <-m.input:
			m.add(v)
		case <-t.C:
			m.report()
		case <-m.quit:
			return
		}
	}
}

func (m *Totals) add(v int) { m.sum += v } // A

func (m *Totals) report() {
	log.Println("sum", m.sum) // B
}

func (m *Totals) Add(v int) { m.input <- v }
