package cases

type listener struct {
	accepted int
	backlog  chan int
}

func (l *listener) serve() {
	for range l.backlog {
		l.accepted++
	}
}

// up says that the listener is there; its work goes on after it.
func listen() *listener {
	var l *listener
	up := make(chan struct{})
	go func() {
		l = &listener{backlog: make(chan int)}
		close(up)
		l.serve()
	}()
	<-up
	return l
}
