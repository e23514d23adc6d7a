package example

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
		r.last = max(r.last, event)
	}
}

func (r *Recorder) Last() int { return r.last }

type Node struct {
	events chan<- int
	next   int
}

func NewNode(last int) *Node {
	events, rec := NewRecorder(last)
	return &Node{events: events, next: rec.Last() + 1}
}

func (n *Node) Tell(event int) { n.events <- event }
