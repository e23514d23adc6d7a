package example

import (
	"fmt"
	"net/http"
	"sync/atomic"
)

var hits uint64

func count(w http.ResponseWriter, r *http.Request) {
	atomic.AddUint64(&hits, 1)
}

func show(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, hits) // want "package variable `hits` is used through sync/atomic"
}

func Serve() error {
	http.HandleFunc("/", count)
	http.HandleFunc("/hits", show)
	return http.ListenAndServe(":8080", nil)
}
