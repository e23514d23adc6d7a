// answer: yes
// reason: What is waited for is the group of the other process.

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

func close(p, q *process) {
	q.wg.Wait()
	p.cmd = "" // B
}

func run(lines chan string) {
	p, q := start("a", lines), start("b", lines)
	close(p, q)
}
