package cases

type rounds struct {
	next   chan struct{}
	closed int
}

// known-miss: who waits on the old channel reads the variable that holds it.
func (r *rounds) advance() {
	go func() {
		close(r.next)
		r.next = make(chan struct{})
	}()
}

func (r *rounds) wait() chan struct{} {
	<-r.next
	return r.next
}
