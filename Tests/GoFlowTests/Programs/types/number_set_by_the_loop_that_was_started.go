// answer: yes
// reason: Start returns before its goroutine has stored the number, which others read at any time.

package p

import (
	"os/exec"
	"sync"
)

type Process struct {
	mu      sync.Mutex
	command *exec.Cmd
	number  *int
	events  int
}

// Start runs the command.
func (p *Process) Start() {
	go p.loop()
}

func (p *Process) loop() {
	number := new(int)
	p.number = number // A
	if p.command.Run() != nil {
		return
	}
	p.mu.Lock()
	p.events++
	p.mu.Unlock()
}

// Number tells the number.
func (p *Process) Number() int {
	return *p.number // B
}

// Events counts what happened.
func (p *Process) Events() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.events
}
