// answer: no (before-start)
// reason: The number is read before the server begins to take requests.

package p

import (
	"log"
	"net/http"
)

func Serve() {
	n := 0
	srv := &http.Server{
		Addr: ":8080",
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			println(n) // A
		}),
	}
	n++ // B
	log.Print(srv.ListenAndServe())
}
