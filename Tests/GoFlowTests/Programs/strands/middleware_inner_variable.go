// answer: no (other-memory)
// reason: The variable is declared inside the handler literal, so each request has one.

package p

import (
	"log"
	"net/http"
	"time"
)

func measured(next http.Handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var begin time.Time
		defer func() {
			log.Println(r.URL, time.Since(begin)) // A
		}()
		begin = time.Now() // B
		next.ServeHTTP(w, r)
	}
}

func ListenMeasured(mux *http.ServeMux) error {
	mux.HandleFunc("/", measured(http.NotFoundHandler()))
	return http.ListenAndServe(":8080", mux)
}
