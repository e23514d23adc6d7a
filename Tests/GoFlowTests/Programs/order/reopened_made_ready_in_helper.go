// answer: yes
// reason: Close says that nothing is open before the goroutine has ended: Open makes another box meanwhile.

package p

import "sync"

type Post struct {
	mu    sync.Mutex
	box   *int
	quit  chan struct{}
	ended chan struct{}
}

func (p *Post) Open() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.quit != nil {
		return
	}
	p.quit = make(chan struct{})
	p.build()
	go p.serve(p.quit)
}

func (p *Post) build() {
	p.box = new(int) // A
	p.ended = make(chan struct{})
}

func (p *Post) serve(quit chan struct{}) {
	defer close(p.ended)
	for {
		select {
		case <-quit:
			return
		default:
			*p.box++ // B
		}
	}
}

func (p *Post) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	close(p.quit)
	p.quit = nil
}

func Twice() {
	p := new(Post)
	p.Open()
	p.Close()
	p.Open()
}
