// answer: yes
// reason: The option stores the report function in the options, and the started server calls it in its goroutine while the caller counts too.

package p

import "errors"

type options struct {
	onError func(error)
}

type Option func(*options)

func WithErrorHandler(f func(error)) Option {
	return func(o *options) { o.onError = f }
}

type server struct {
	opts options
	in   chan int
}

func StartServer(in chan int, opts ...Option) *server {
	s := &server{in: in}
	for _, o := range opts {
		o(&s.opts)
	}
	go s.serve()
	return s
}

func (s *server) serve() {
	for v := range s.in {
		if v < 0 {
			s.opts.onError(errors.New("negative"))
		}
	}
}

func Main(values []int) int {
	failures := 0
	in := make(chan int)
	StartServer(in, WithErrorHandler(func(error) {
		failures++ // A
	}))
	for _, v := range values {
		in <- v
	}
	return failures // B
}
