package cases

import (
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
)

type listening struct {
	ready chan struct{}
	err   error
}

// Who knows when it returns: the fix needs a look.
func (s *listening) run(l net.Listener) {
	close(s.ready) // want "`close\(s.ready\)` announces completion before the change of `s.err`"
	s.err = http.Serve(l, http.NotFoundHandler())
}

func serve(l net.Listener) error {
	s := &listening{ready: make(chan struct{})}
	go s.run(l)
	<-s.ready
	return s.err
}

func readsConnection(conn net.Conn) []byte {
	var wg sync.WaitGroup
	var got []byte
	wg.Add(1)
	go func() {
		wg.Done() // want "`wg.Done\(\)` announces completion before the change of `got`"
		got, _ = io.ReadAll(conn)
	}()
	wg.Wait()
	return got
}

// This comes to its end whatever others do.
func computes(text string) string {
	var wg sync.WaitGroup
	var got string
	wg.Add(1)
	go func() {
		wg.Done() // want "`wg.Done\(\)` announces completion before the change of `got`"
		for _, part := range strings.Fields(text) {
			got += strings.ToUpper(part)
		}
	}()
	wg.Wait()
	return got
}
