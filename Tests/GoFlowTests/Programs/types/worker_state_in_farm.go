// answer: yes
// reason: The constructor starts several runs of one object, and all of them raise the count that lies in it.

package p

type Mill struct {
	jobs chan int
	over chan struct{}
	sum  int
}

func NewMill(n int) *Mill {
	m := &Mill{jobs: make(chan int), over: make(chan struct{}, n)}
	for range n {
		go m.run()
	}
	return m
}

func (m *Mill) run() {
	for j := range m.jobs {
		m.sum += j // A B
	}
	m.over <- struct{}{}
}

func (m *Mill) Total(jobs []int) int {
	for _, j := range jobs {
		m.jobs <- j
	}
	close(m.jobs)
	for range cap(m.over) {
		<-m.over
	}
	return m.sum
}
