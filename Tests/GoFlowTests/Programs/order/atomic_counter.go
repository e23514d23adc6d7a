// answer: no (atomic)
// reason: Both sides use the atomic's methods, and atomic operations do not race with each other.

package p

import "sync/atomic"

type traffic struct {
	bytes atomic.Int64
}

func (t *traffic) copyFrom(chunks <-chan []byte) {
	for c := range chunks {
		t.bytes.Add(int64(len(c))) // A
	}
}

func Watch(chunks <-chan []byte, tick <-chan struct{}, show func(int64)) {
	t := &traffic{}
	go t.copyFrom(chunks)
	go t.copyFrom(chunks)
	for range tick {
		show(t.bytes.Load()) // B
	}
}
