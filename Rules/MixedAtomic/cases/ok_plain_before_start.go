package example

import "sync/atomic"

type Window struct{ size int64 }

func Open(size int64, acks <-chan int64) *Window {
	w := &Window{}
	w.size = size
	if w.size < 1 {
		w.size = 1
	}
	go func() {
		for n := range acks {
			atomic.AddInt64(&w.size, n)
		}
	}()
	return w
}

func (w *Window) Size() int64 { return atomic.LoadInt64(&w.size) }
