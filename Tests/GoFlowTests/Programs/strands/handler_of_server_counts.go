// answer: yes
// reason: The server runs the handler that its field holds in a goroutine for each request.

package p

import (
	"log"
	"net/http"
	"time"
)

func Serve() {
	n := 0
	srv := &http.Server{
		Addr: ":8080",
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			n++ // A
		}),
	}
	go srv.ListenAndServe()
	time.Sleep(time.Second)
	log.Print(n) // B
}
