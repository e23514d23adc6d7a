// answer: yes
// reason: Calling the value method copies the whole struct, without the lock under which note changes its fields.

package p

import (
	"fmt"
	"sync"
)

type progress struct {
	mu         *sync.Mutex
	done, todo int
}

func (p *progress) note() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++ // A
	p.todo--
}

func (p progress) text() string {
	return fmt.Sprintf("%d of %d", p.done, p.done+p.todo)
}

func Work(jobs []func(), show func(string)) {
	p := &progress{mu: &sync.Mutex{}, todo: len(jobs)}
	for _, job := range jobs {
		go func() {
			job()
			p.note()
		}()
	}
	show(p.text()) // B
}
