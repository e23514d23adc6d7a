// answer: yes
// reason: Close asks the loop to quit but does not wait, so both may be handling the pending list.

package p

import "io"

type Outbox struct {
	w       io.Writer
	in      chan string
	quit    chan struct{}
	pending []string
}

func NewOutbox(w io.Writer) *Outbox {
	o := &Outbox{w: w, in: make(chan string), quit: make(chan struct{})}
	go o.loop()
	return o
}

func (o *Outbox) loop() {
	for {
		select {
		case line := <-o.in:
			o.pending = append(o.pending, line) // A
		case <-o.quit:
			return
		}
	}
}

func (o *Outbox) Put(line string) { o.in <- line }

func (o *Outbox) Close() {
	close(o.quit)
	for _, line := range o.pending { // B
		io.WriteString(o.w, line)
	}
	o.pending = nil
}

func Copy(w io.Writer, lines []string) {
	o := NewOutbox(w)
	defer o.Close()
	for _, l := range lines {
		o.Put(l)
	}
}
