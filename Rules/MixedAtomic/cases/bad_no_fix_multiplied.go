package example

import "sync/atomic"

type Budget struct{ left int64 }

func (b *Budget) Run(costs <-chan int64) {
	go func() {
		for cost := range costs {
			atomic.AddInt64(&b.left, -cost)
		}
	}()
}

// There is no atomic call for this, and the other uses are no better alone.
func (b *Budget) Grow() int64 {
	if b.left < 0 {
		b.left = 0 // want "field `Budget.left` is used through sync/atomic"
	}
	b.left *= 2
	return b.left
}
