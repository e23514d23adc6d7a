// answer: no (other-memory)
// reason: wrap hands back what it is given where that is a wrapper already; a link is none, so clearing the wrapper leaves the fields of the link alone.

package p

import "io"

type wrapper struct {
	source io.Reader
	pos    int
}

func wrap(r io.Reader) *wrapper {
	if w, ok := r.(*wrapper); ok {
		return w
	}
	return &wrapper{source: r}
}

type link struct {
	in     *wrapper
	direct bool
	out    chan bool
}

func (l *link) Read(p []byte) (int, error) { return len(p), nil }

func (l *link) receive() {
	for {
		*l.in = wrapper{source: l} // A
	}
}

func (l *link) send() {
	for {
		l.out <- l.direct // B
	}
}

func Connect(direct bool) <-chan bool {
	l := &link{out: make(chan bool)}
	l.in = wrap(l)
	l.direct = direct
	go l.receive()
	go l.send()
	return l.out
}
