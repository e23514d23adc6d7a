// answer: yes
// reason: Within one turn the job is written after it was sent.

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
		p.jobs <- j
		j.tries = 1 // B
	}
}
