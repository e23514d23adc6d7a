// answer: no (other-memory)
// reason: each of the two functions gives its goroutine a node that it made itself.
package p

type progress struct{ match int }

type tracker struct{ all map[int]*progress }

type node struct{ tracker *tracker }

func newNode() *node { return &node{tracker: &tracker{all: map[int]*progress{}}} }

func (n *node) restore(id int) {
	p := &progress{}
	n.tracker.all[id] = p
	p.match = 1 // A
}

func (n *node) advance(id int) {
	n.tracker.all[id].match++ // B
}

func (n *node) run() {
	n.restore(1)
	n.advance(1)
}

func Start() *node {
	n := newNode()
	go n.run()
	return n
}

func Restart() *node {
	n := newNode()
	go n.run()
	return n
}
