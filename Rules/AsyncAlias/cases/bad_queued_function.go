// race: ok_append_behind_the_end.go

package example

type Pool struct{ tasks chan func() }

func NewPool(workers int) *Pool {
	p := &Pool{tasks: make(chan func(), 32)}
	for range workers {
		go p.work()
	}
	return p
}

func (p *Pool) work() {
	for task := range p.tasks {
		task()
	}
}

func (p *Pool) Submit(task func()) { p.tasks <- task }

func Send(p *Pool, users []string) {
	chunk := make([]string, 0, 10)
	for _, user := range users {
		chunk = append(chunk, user)
		if len(chunk) == cap(chunk) {
			part := chunk // want "`part` is handed over without a copy: a goroutine reads it while `Send` appends to the same array"
			p.Submit(func() {
				for _, name := range part {
					println(name)
				}
			})
			chunk = chunk[:0]
		}
	}
}
