// answer: no (once)
// reason: What Open writes before it has the goroutine started it writes once: it comes there only where nothing is open.

package p

import "sync"

type Post struct {
	mu    sync.Mutex
	box   *int
	ready bool
}

func (p *Post) Open() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ready {
		return
	}
	p.box = new(int) // A
	p.serve()
	p.ready = true
}

func (p *Post) serve() {
	go func() {
		for {
			*p.box++ // B
		}
	}()
}

func Twice() {
	p := new(Post)
	p.Open()
	p.Open()
}
