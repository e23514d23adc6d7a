// answer: no (handed-over)
// reason: What the source gives in each turn is another message.

package p

type message struct {
	body []byte
	seq  int
}

func deliver(out <-chan *message, send func(int, []byte)) {
	for m := range out {
		send(m.seq, m.body) // A
	}
}

func Pump(source interface{ Next() *message }, send func(int, []byte)) {
	out := make(chan *message, 4)
	go deliver(out, send)
	for seq := 0; ; seq++ {
		m := source.Next()
		if m == nil {
			close(out)
			return
		}
		m.seq = seq // B
		out <- m
	}
}
