// answer: no (one-goroutine)
// reason: The dispatcher calls the handlers itself, one message after the other.

package p

import "fmt"

type parcel struct {
	kind string
	body string
}

type switchboard struct {
	handlers map[string]func(parcel)
}

func (b *switchboard) on(kind string, h func(parcel)) {
	if b.handlers == nil {
		b.handlers = make(map[string]func(parcel))
	}
	b.handlers[kind] = h
}

func (b *switchboard) publish(e parcel) {
	if h, ok := b.handlers[e.kind]; ok {
		h(e)
	}
}

type depot struct{ orders int }

func (s *depot) ordered(e parcel) {
	s.orders++ // A B
}

func Run(in <-chan parcel) int {
	var b switchboard
	s := &depot{}
	b.on("order", s.ordered)
	b.on("hello", func(e parcel) { fmt.Println(e.body) })
	for e := range in {
		b.publish(e)
	}
	return s.orders
}
