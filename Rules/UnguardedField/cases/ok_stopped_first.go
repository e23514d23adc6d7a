package example

type Recorder struct {
	stop chan struct{}
	done chan struct{}
	last string
}

func Start(lines <-chan string) *Recorder {
	r := &Recorder{stop: make(chan struct{}), done: make(chan struct{})}
	go r.run(lines)
	return r
}

func (r *Recorder) run(lines <-chan string) {
	defer close(r.done)
	for {
		select {
		case line := <-lines:
			r.last = line
		case <-r.stop:
			return
		}
	}
}

func (r *Recorder) Stop() string {
	close(r.stop)
	<-r.done
	return r.last
}
