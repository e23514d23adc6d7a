// answer: yes
// reason: both goroutines are given the node that the callers have.
package p

type progress struct{ match int }

type tracker struct{ all map[int]*progress }

type node struct{ tracker *tracker }

func (n *node) restore(id int) {
	p := &progress{}
	n.tracker.all[id] = p
	p.match = 1 // A
}

func (n *node) advance(id int) {
	n.tracker.all[id].match++ // B
}

func (n *node) startRestoring() { go n.restore(1) }

func (n *node) startAdvancing() { go n.advance(1) }

func Run(n *node) {
	n.startRestoring()
	n.startAdvancing()
}
