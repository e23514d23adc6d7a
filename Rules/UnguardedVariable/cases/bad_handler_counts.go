package example

import (
	"fmt"
	"net/http"
)

var hits int

func Serve() error {
	http.HandleFunc("/hits", func(w http.ResponseWriter, r *http.Request) {
		hits++ // want "package variable `hits` is written with no lock"
		fmt.Fprintln(w, hits)
	})
	return http.ListenAndServe(":8080", nil)
}
