// answer: no (handed-over)
// reason: Each turn writes to its job before it sends it, and the next turn has another one.

package p

type job struct{ tries int }

type pool struct{ jobs chan *job }

func NewPool() *pool {
	p := &pool{jobs: make(chan *job)}
	go func() {
		for j := range p.jobs {
			j.tries++ // A
		}
	}()
	return p
}

func (p *pool) Submit(jobs []*job) {
	for _, j := range jobs {
		j.tries = 1 // B
		p.jobs <- j
	}
}
