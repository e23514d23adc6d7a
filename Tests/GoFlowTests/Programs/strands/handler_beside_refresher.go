// answer: yes
// reason: The refresh goroutine assigns the rates while requests that the mux serves read them.

package p

import (
	"fmt"
	"net/http"
	"time"
)

type rates struct {
	eur float64
}

type quotes struct {
	rates rates
}

func (q *quotes) handle(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "%.4f\n", q.rates.eur) // A
}

func (q *quotes) refresh(fetch func() rates) {
	for {
		q.rates = fetch() // B
		time.Sleep(time.Minute)
	}
}

func Serve(mux *http.ServeMux, fetch func() rates) {
	q := &quotes{}
	go q.refresh(fetch)
	mux.HandleFunc("GET /eur", q.handle)
}
