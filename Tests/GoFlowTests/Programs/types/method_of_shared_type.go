// answer: yes
// reason: The goroutines share a buffer, and its Reset cuts it.

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
	c := &buffer{}
	for i := 0; i < 2; i++ {
		go func() { restart(c) }()
	}
	restart(&counter{})
}
