package example

type Call struct {
	done  chan struct{}
	reply string
	err   error
}

func Start(work func() (string, error)) *Call {
	c := &Call{done: make(chan struct{})}
	go func() {
		defer close(c.done)
		c.reply, c.err = work()
	}()
	return c
}

func (c *Call) Wait() (string, error) {
	<-c.done
	return c.reply, c.err
}
