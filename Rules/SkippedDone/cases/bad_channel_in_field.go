package example

type Reader struct {
	lines  chan string
	closed chan struct{}
}

func NewReader() *Reader {
	r := &Reader{lines: make(chan string)}
	r.closed = make(chan struct{})
	go r.run()
	return r
}

func (r *Reader) run() {
	for line := range r.lines {
		if line == "quit" {
			return
		}
		println(line)
	}
	close(r.closed) // want "`close.r.closed.` is left out by an early return, so `<-r.closed` waits"
}

func (r *Reader) Close() {
	close(r.lines)
	<-r.closed
}
