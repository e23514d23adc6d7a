// answer: yes
// reason: The reader is done before it looks for the command.

package p

import "sync"

type process struct {
	mu   sync.Mutex
	wg   sync.WaitGroup
	name *string
	line string
}

func start(name string) *process {
	p := &process{name: &name}
	p.wg.Add(1)
	go p.read()
	return p
}

func (p *process) read() {
	p.wg.Done()
	p.mu.Lock()
	p.line = *p.name // A
	p.mu.Unlock()
}

func (p *process) Close() {
	p.wg.Wait()
	p.name = nil // B
}

type pair struct {
	first, second *process
}

func newPair() *pair { return &pair{start("a"), start("b")} }

func (p *pair) closeOne(isSecond bool) chan struct{} {
	closed := make(chan struct{})
	one := p.first
	if isSecond {
		one = p.second
	}
	go func() {
		one.Close()
		close(closed)
	}()
	return closed
}

func Run(isSecond bool) {
	p := newPair()
	<-p.closeOne(isSecond)
}
