// answer: no (copied)
// reason: The range variable is a copy of the element, and the goroutine gets the address of that copy.

package p

import "fmt"

type node struct {
	addr  string
	score int
}

func reportNode(n *node, out chan<- string) {
	out <- fmt.Sprintf("%s=%d", n.addr, n.score) // A
}

func ResetNodes(nodes []node, out chan<- string) {
	for _, n := range nodes {
		go reportNode(&n, out)
	}
	for i := range nodes {
		nodes[i].score = 0 // B
	}
}
