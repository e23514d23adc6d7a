// answer: no (locked)
// reason: The channel holds one token, and whoever has put it in is alone until it is taken out.

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
	return &budget{sem: make(chan struct{}, 1), left: n}
}
