// answer: yes
// reason: The dispatcher starts a goroutine for whatever handler it finds in its map, so two orders are counted at once.

package p

import "fmt"

type envelope struct {
	kind string
	body string
}

type bus struct {
	handlers map[string]func(envelope)
}

func (b *bus) on(kind string, h func(envelope)) {
	if b.handlers == nil {
		b.handlers = make(map[string]func(envelope))
	}
	b.handlers[kind] = h
}

func (b *bus) publish(e envelope) {
	if h, ok := b.handlers[e.kind]; ok {
		go h(e)
	}
}

type shop struct{ orders int }

func (s *shop) ordered(e envelope) {
	s.orders++ // A B
}

func Run(in <-chan envelope) {
	var b bus
	s := &shop{}
	b.on("order", s.ordered)
	b.on("hello", func(e envelope) { fmt.Println(e.body) })
	for e := range in {
		b.publish(e)
	}
}
