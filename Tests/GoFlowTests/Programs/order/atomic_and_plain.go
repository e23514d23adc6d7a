// answer: yes
// reason: The goroutines add atomically, but the reader reads the variable plainly.

package p

import "sync/atomic"

type flow struct {
	bytes int64
}

func (f *flow) copyFrom(chunks <-chan []byte) {
	for c := range chunks {
		atomic.AddInt64(&f.bytes, int64(len(c))) // A
	}
}

func Watch(chunks <-chan []byte, tick <-chan struct{}, show func(int64)) {
	f := &flow{}
	go f.copyFrom(chunks)
	go f.copyFrom(chunks)
	for range tick {
		show(f.bytes) // B
	}
}
