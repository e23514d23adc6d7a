// answer: yes
// reason: The channel has room for two tokens, so two requests may be between send and receive.

package p

import "net/http"

type budget struct {
	sem  chan struct{}
	left int
}

func (b *budget) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.sem <- struct{}{}
	defer func() { <-b.sem }()
	b.left-- // A B
}

func New(n int) http.Handler {
	return &budget{sem: make(chan struct{}, 2), left: n}
}
