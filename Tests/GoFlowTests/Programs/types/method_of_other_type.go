// answer: no (other-memory)
// reason: The goroutines share a counter, whose Reset touches nothing; the buffer that Reset cuts belongs to the other type, of which only Run has one.

package p

type resetter interface{ Reset(n int) }

type buffer struct{ bytes []byte }

func (b *buffer) Reset(n int) {
	b.bytes = b.bytes[:n] // A B
}

type counter struct{ n int }

func (c *counter) Reset(n int) { println(c.n) }

func restart(r resetter) { r.Reset(0) }

func Run() {
	c := &counter{}
	for i := 0; i < 2; i++ {
		go func() { restart(c) }()
	}
	restart(&buffer{})
}
