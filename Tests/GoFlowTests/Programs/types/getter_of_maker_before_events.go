// answer: no (before-signal)
// reason: the only caller of the getter asks right after the recorder was made, when nobody can have sent the goroutine an event.

package p

type Recorder struct {
	events chan int
	last   int
}

func NewRecorder(last int) (chan<- int, *Recorder) {
	r := &Recorder{events: make(chan int, 10), last: last}
	go r.loop()
	return r.events, r
}

func (r *Recorder) loop() {
	for event := range r.events {
		r.note(event)
	}
}

func (r *Recorder) note(event int) {
	if event > r.last {
		r.last = event // A
	}
}

func (r *Recorder) Last() int {
	return r.last // B
}

type Node struct {
	rec    *Recorder
	events chan<- int
	next   int
}

func NewNode(last int) *Node {
	n := &Node{}
	n.events, n.rec = NewRecorder(last)
	n.next = n.rec.Last() + 1
	return n
}

func (n *Node) Tell(event int) { n.events <- event }
