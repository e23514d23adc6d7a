// Stub of net/http/fcgi: all that it exports, without bodies.

package fcgi

import (
	"net"
	"net/http"
)

var (
	ErrConnClosed     error
	ErrRequestAborted error
)

func ProcessEnv(r *http.Request) map[string]string
func Serve(l net.Listener, handler http.Handler) error
