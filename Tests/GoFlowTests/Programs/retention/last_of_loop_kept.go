// answer: yes
// reason: The last message is sent and also remembered, and its flag is set after the loop.

package p

type message struct {
	body []byte
	last bool
}

func deliver(out <-chan *message, send func(bool, []byte)) {
	for m := range out {
		send(m.last, m.body) // A
	}
}

func Pump(bodies [][]byte, send func(bool, []byte)) {
	out := make(chan *message, 4)
	go deliver(out, send)
	var previous *message
	for _, b := range bodies {
		previous = &message{body: b}
		out <- previous
	}
	if previous != nil {
		previous.last = true // B
	}
	close(out)
}
