// answer: yes
// reason: Two methods of one object are registered as handlers, and requests to both paths run at the same time.

package p

import (
	"fmt"
	"net/http"
)

type polls struct {
	votes map[string]int
}

func (p *polls) vote(w http.ResponseWriter, r *http.Request) {
	p.votes[r.FormValue("for")]++ // A
	w.WriteHeader(http.StatusAccepted)
}

func (p *polls) result(w http.ResponseWriter, r *http.Request) {
	for name, n := range p.votes { // B
		fmt.Fprintln(w, name, n)
	}
}

func Routes() *http.ServeMux {
	p := &polls{votes: map[string]int{}}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /vote", p.vote)
	mux.HandleFunc("GET /result", p.result)
	return mux
}
