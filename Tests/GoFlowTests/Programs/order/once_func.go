// answer: no (once)
// reason: setup is a OnceFunc: one caller runs the body and the others wait for it, so the addresses are complete when they are read.

package p

import (
	"net/http"
	"sync"
)

type frontend struct {
	setup func()
	addrs []string
}

func newFrontend(discover func() []string) *frontend {
	f := &frontend{}
	f.setup = sync.OnceFunc(func() {
		f.addrs = append(f.addrs, discover()...) // A
	})
	return f
}

func (f *frontend) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f.setup()
	for _, a := range f.addrs { // B
		w.Header().Add("X-Backend", a)
	}
}

func Mount(mux *http.ServeMux, discover func() []string) {
	mux.Handle("/", newFrontend(discover))
}
