// answer: no (copied)
// reason: push puts a copy of the packet on the list, so the reused buffer never gets to the pump.

package p

import (
	"container/list"
	"io"
	"sync"
)

type outbox struct {
	mu      sync.Mutex
	packets list.List
	wake    chan struct{}
}

func (b *outbox) push(f []byte) {
	own := append([]byte{}, f...)
	b.mu.Lock()
	b.packets.PushBack(own)
	b.mu.Unlock()
	select {
	case b.wake <- struct{}{}:
	default:
	}
}

func (b *outbox) pump(w io.Writer) {
	for range b.wake {
		b.mu.Lock()
		front := b.packets.Front()
		if front != nil {
			b.packets.Remove(front)
		}
		b.mu.Unlock()
		if front != nil {
			w.Write(front.Value.([]byte)) // A
		}
	}
}

func Relay(r io.Reader, w io.Writer) error {
	b := &outbox{wake: make(chan struct{}, 1)}
	go b.pump(w)
	packet := make([]byte, 188)
	for {
		if _, err := io.ReadFull(r, packet); err != nil { // B
			return err
		}
		b.push(packet)
	}
}
