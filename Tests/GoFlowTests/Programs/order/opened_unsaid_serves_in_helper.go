// answer: yes
// reason: Open never says that it was there, so that the second call writes while the first goroutine reads.

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
