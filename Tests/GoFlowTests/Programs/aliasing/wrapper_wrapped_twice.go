// answer: yes
// reason: What is wrapped is a wrapper already, so that both goroutines have one and the same.

package p

import "io"

type wrapper struct {
	source io.Reader
	pos    int
}

func (w *wrapper) Read(p []byte) (int, error) { return w.source.Read(p) }

func wrap(r io.Reader) *wrapper {
	if w, ok := r.(*wrapper); ok {
		return w
	}
	return &wrapper{source: r}
}

type link struct{ in *wrapper }

func (l *link) receive() {
	for {
		l.in.pos++ // A
	}
}

func Connect(r io.Reader, seen chan<- int) {
	w := wrap(r)
	l := &link{in: wrap(w)}
	go l.receive()
	for {
		seen <- w.pos // B
	}
}
