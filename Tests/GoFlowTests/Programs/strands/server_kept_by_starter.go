// answer: no (before-start)
// reason: the handler runs for requests, and the first one is sent once the server is known.
package p

type server struct{ url string }

func (s *server) get() {}

func start(handler func()) *server {
	s := &server{url: "here"}
	requests := make(chan struct{})
	go func() {
		for range requests {
			handler()
		}
	}()
	go func() { requests <- struct{}{} }()
	return s
}

func run() {
	var s *server
	s = start(func() { // A
		_ = s.url // B
	})
	s.get()
}
