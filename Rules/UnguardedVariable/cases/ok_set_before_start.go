package example

import (
	"flag"
	"net/http"
)

var greeting string

func handle(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(greeting))
}

func Main() error {
	greeting = "hello"
	flag.StringVar(&greeting, "greeting", greeting, "what to say")
	flag.Parse()
	return http.ListenAndServe(":8080", http.HandlerFunc(handle))
}
