// answer: no (handed-over)
// reason: flush takes the whole slice under the lock and leaves nil, so later adds fill another array.

package p

import (
	"sync"
	"time"
)

type mark struct{ name string }

type markBuffer struct {
	mu    sync.Mutex
	marks []mark
	send  func(name string)
}

func newMarkBuffer(send func(string)) *markBuffer {
	b := &markBuffer{send: send}
	go func() {
		for {
			time.Sleep(time.Millisecond)
			b.flush()
		}
	}()
	return b
}

func (b *markBuffer) add(s mark) {
	b.mu.Lock()
	b.marks = append(b.marks, s) // A
	b.mu.Unlock()
}

func (b *markBuffer) flush() {
	var taken []mark
	b.mu.Lock()
	taken, b.marks = b.marks, nil
	b.mu.Unlock()
	for i := range taken {
		b.send(taken[i].name) // B
	}
}

func Annotate(names []string, send func(string)) {
	b := newMarkBuffer(send)
	for _, n := range names {
		b.add(mark{name: n})
	}
}
