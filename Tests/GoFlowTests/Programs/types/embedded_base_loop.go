// answer: yes
// reason: Publish comes from the embedded base, which also starts the loop that empties pending; neither side locks.

package p

import "time"

type base struct {
	pending []string
	stop    chan struct{}
}

func (b *base) start(send func([]string)) {
	go func() {
		for {
			select {
			case <-time.After(time.Millisecond):
				if len(b.pending) > 0 {
					send(b.pending)
					b.pending = nil // A
				}
			case <-b.stop:
				return
			}
		}
	}()
}

func (b *base) Publish(msg string) {
	b.pending = append(b.pending, msg) // B
}

type Topic struct {
	base
	name string
}

func NewTopic(name string, send func([]string)) *Topic {
	t := &Topic{name: name}
	t.stop = make(chan struct{})
	t.start(send)
	return t
}

func Run(msgs []string, send func([]string)) {
	t := NewTopic("news", send)
	defer close(t.stop)
	for _, m := range msgs {
		t.Publish(m)
	}
}
