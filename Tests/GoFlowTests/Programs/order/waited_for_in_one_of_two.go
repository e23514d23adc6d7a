// answer: no (joined)
// reason: Whichever process it is, close waits for the group of that one before it writes.

package p

import "sync"

type process struct {
	wg    sync.WaitGroup
	lines []string
	cmd   string
}

func start(cmd string, lines chan string) *process {
	p := &process{cmd: cmd}
	p.wg.Add(1)
	go p.read(lines)
	return p
}

func (p *process) read(lines chan string) {
	defer p.wg.Done()
	for l := range lines {
		p.lines = append(p.lines, p.cmd+l) // A
	}
}

func (p *process) close() {
	p.wg.Wait()
	p.cmd = "" // B
}

func spawn(cmd string, lines chan string) *process {
	if cmd == "ctl" {
		return start("ctl3", lines)
	}
	return start(cmd, lines)
}

func run(cmd string, lines chan string) {
	p := spawn(cmd, lines)
	p.close()
}
