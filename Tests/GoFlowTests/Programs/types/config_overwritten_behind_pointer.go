// answer: yes
// reason: The reload overwrites the whole struct that the pointer leads to while requests read its fields.

package p

import (
	"fmt"
	"net/http"
)

type limits struct {
	rate, burst int
}

type gate struct{ limits *limits }

func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, g.limits.rate) // A
}

func (g *gate) reload(rates <-chan int) {
	for n := range rates {
		*g.limits = limits{rate: n, burst: 2 * n} // B
	}
}

func Open(rates <-chan int) http.Handler {
	g := &gate{limits: &limits{rate: 1, burst: 2}}
	go g.reload(rates)
	return g
}
