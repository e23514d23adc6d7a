// The part may belong to another whole by the time, which has a lock of its own.
package example

import "sync"

type Room struct {
	mu sync.Mutex
}

type Guest struct {
	room  *Room
	visit int
}

func (r *Room) Enter() *Guest {
	g := &Guest{room: r}
	go func() {
		for range 100 {
			r.mu.Lock()
			g.visit++ // want "field `Guest.visit` is written with no lock that both sides hold"
			r.mu.Unlock()
		}
	}()
	return g
}

func (g *Guest) Move(to *Room) {
	g.room = to
}

func (g *Guest) Tell(use func(int)) {
	use(g.visit)
	copied := *g
	use(copied.visit)
}
