// answer: yes
// reason: The variable is declared once when the middleware is built, and every request in flight assigns it.

package p

import (
	"log"
	"net/http"
	"time"
)

func timing(next http.Handler) http.Handler {
	var begin time.Time
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin = time.Now() // A
		next.ServeHTTP(w, r)
		log.Println(r.URL, time.Since(begin)) // B
	})
}

func Handler(mux *http.ServeMux) http.Handler {
	mux.HandleFunc("/", http.NotFound)
	return timing(mux)
}

func Listen() error {
	return http.ListenAndServe(":8080", Handler(http.NewServeMux()))
}
