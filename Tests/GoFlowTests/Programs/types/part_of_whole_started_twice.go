// answer: no (other-memory)
// reason: Either constructor makes a tracker of its own, and the whole keeps the one that was made for it.

package p

type Whole struct {
	node Node
	stop chan struct{}
}

type Node interface{ Stop() }

type node struct {
	raw  *raw
	in   chan string
	done chan struct{}
}

type raw struct{ tracker *tracker }

type tracker struct{ votes map[string]bool }

func newRaw() *raw { return &raw{tracker: &tracker{votes: map[string]bool{}}} }

func newNode(r *raw) node {
	return node{raw: r, in: make(chan string), done: make(chan struct{})}
}

func StartNode() Node {
	r := newRaw()
	n := newNode(r)
	go n.run()
	return &n
}

func RestartNode() Node {
	r := newRaw()
	n := newNode(r)
	go n.run()
	return &n
}

func (n *node) run() {
	for {
		select {
		case name := <-n.in:
			n.raw.tracker.record(name)
		case <-n.done:
			return
		}
	}
}

func (t *tracker) record(name string) {
	t.votes[name] = true // A B
}

func (n *node) Stop() { close(n.done) }

func NewWhole(isNew bool) *Whole {
	w := &Whole{stop: make(chan struct{})}
	w.node = start(isNew)
	return w
}

func start(isNew bool) (n Node) {
	if isNew {
		n = StartNode()
	} else {
		n = RestartNode()
	}
	return n
}
