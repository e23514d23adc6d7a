// answer: no (one-goroutine)
// reason: Only the loop goroutine touches the subscriber map; the other methods speak to it through channels.

package p

type Hub struct {
	join  chan chan string
	leave chan chan string
	say   chan string
	subs  map[chan string]bool
}

func NewHub() *Hub {
	h := &Hub{
		join:  make(chan chan string),
		leave: make(chan chan string),
		say:   make(chan string),
		subs:  map[chan string]bool{},
	}
	go h.loop()
	return h
}

func (h *Hub) loop() {
	for {
		select {
		case c := <-h.join:
			h.subs[c] = true // A
		case c := <-h.leave:
			delete(h.subs, c)
			close(c)
		case msg := <-h.say:
			for c := range h.subs { // B
				c <- msg
			}
		}
	}
}

func (h *Hub) Join() chan string {
	c := make(chan string, 1)
	h.join <- c
	return c
}

func (h *Hub) Leave(c chan string) { h.leave <- c }
func (h *Hub) Say(msg string)      { h.say <- msg }
