package cases

// Session is used by other packages: they wait for Done and then ask for Err.
type Session struct {
	done chan struct{}
	err  error
}

// Open starts the session.
func Open(read func() error) *Session {
	s := &Session{done: make(chan struct{})}
	go s.loop(read)
	return s
}

func (s *Session) loop(read func() error) {
	err := read()
	close(s.done) // want "`close\(s.done\)` announces completion before the change of `s.err`"
	s.err = err
}

// Done is closed when the session has ended.
func (s *Session) Done() <-chan struct{} { return s.done }

// Err says why it has ended.
func (s *Session) Err() error { return s.err }
