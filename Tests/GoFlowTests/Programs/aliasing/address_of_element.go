// answer: yes
// reason: The goroutine holds the address of the slice's element, and the caller resets the same element.

package p

import "fmt"

type peer struct {
	addr  string
	score int
}

func report(p *peer, out chan<- string) {
	out <- fmt.Sprintf("%s=%d", p.addr, p.score) // A
}

func ResetScores(peers []peer, out chan<- string) {
	for i := range peers {
		p := &peers[i]
		go report(p, out)
	}
	for i := range peers {
		peers[i].score = 0 // B
	}
}
