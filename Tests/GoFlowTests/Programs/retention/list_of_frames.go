// answer: yes
// reason: Each element of the list is the same reused buffer, which the pump takes out and writes while the producer refills it.

package p

import (
	"container/list"
	"io"
	"sync"
)

type backlog struct {
	mu     sync.Mutex
	frames *list.List
	wake   chan struct{}
}

func (b *backlog) push(f []byte) {
	b.mu.Lock()
	b.frames.PushBack(f)
	b.mu.Unlock()
	select {
	case b.wake <- struct{}{}:
	default:
	}
}

func (b *backlog) pump(w io.Writer) {
	for range b.wake {
		b.mu.Lock()
		front := b.frames.Front()
		if front != nil {
			b.frames.Remove(front)
		}
		b.mu.Unlock()
		if front != nil {
			w.Write(front.Value.([]byte)) // A
		}
	}
}

func Stream(r io.Reader, w io.Writer) error {
	b := &backlog{frames: list.New(), wake: make(chan struct{}, 1)}
	go b.pump(w)
	frame := make([]byte, 188)
	for {
		if _, err := io.ReadFull(r, frame); err != nil { // B
			return err
		}
		b.push(frame)
	}
}
