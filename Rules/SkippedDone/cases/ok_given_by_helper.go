package example

import "sync"

type pool struct{ wg sync.WaitGroup }

func (p *pool) fail(err error) {
	println(err.Error())
	p.wg.Done()
}

func (p *pool) run(job func() error) {
	p.wg.Add(1)
	go func() {
		if err := job(); err != nil {
			p.fail(err)
			return
		}
		p.wg.Done()
	}()
	p.wg.Wait()
}
