// answer: no (before-start)
// reason: The rates are fetched once before the handler is registered, and nobody assigns them afterwards.

package p

import (
	"fmt"
	"net/http"
)

type tariff struct {
	eur float64
}

type prices struct {
	tariff tariff
}

func (q *prices) handle(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "%.4f\n", q.tariff.eur) // A
}

func ServePrices(mux *http.ServeMux, fetch func() (tariff, error)) error {
	q := new(prices)
	t, err := fetch()
	if err != nil {
		return err
	}
	q.tariff = t // B
	mux.HandleFunc("GET /eur", q.handle)
	return nil
}
