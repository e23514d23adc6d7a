// answer: yes
// reason: the visit of a part further down goes on while its sum is read
package example

type part struct {
	sum         int
	left, right *part
}

func (p *part) visit(done chan<- bool) {
	if p.left != nil {
		go p.left.visit(done)
		p.right.sum++ // A
	}
	done <- true
}

func Sum(p *part) int {
	done := make(chan bool)
	go p.visit(done)
	<-done
	return p.left.right.sum // B
}
