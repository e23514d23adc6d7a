// answer: yes
// reason: flush takes the slice out but leaves the same array behind, so a later add overwrites what flush is still sending.

package p

import (
	"sync"
	"time"
)

type span struct{ name string }

type spanBuffer struct {
	mu    sync.Mutex
	spans []span
	send  func(name string)
}

func newSpanBuffer(send func(string)) *spanBuffer {
	b := &spanBuffer{send: send}
	go func() {
		for {
			time.Sleep(time.Millisecond)
			b.flush()
		}
	}()
	return b
}

func (b *spanBuffer) add(s span) {
	b.mu.Lock()
	b.spans = append(b.spans, s) // A
	b.mu.Unlock()
}

func (b *spanBuffer) flush() {
	b.mu.Lock()
	taken := b.spans
	b.spans = b.spans[:0]
	b.mu.Unlock()
	for i := range taken {
		b.send(taken[i].name) // B
	}
}

func Trace(names []string, send func(string)) {
	b := newSpanBuffer(send)
	for _, n := range names {
		b.add(span{name: n})
	}
}
