// answer: no (before-start)
// reason: init fills the table before any handler can run, and nothing writes it later.

package p

import (
	"io"
	"net/http"
)

var greetings map[string]string

func init() {
	greetings = make(map[string]string)
	for _, g := range [][2]string{{"de", "Hallo"}, {"fr", "Salut"}} {
		greetings[g[0]] = g[1] // A
	}
}

func greet(w http.ResponseWriter, r *http.Request) {
	text, ok := greetings[r.PathValue("lang")] // B
	if !ok {
		text = "Hello"
	}
	io.WriteString(w, text)
}

func Serve() error {
	http.HandleFunc("/greet/{lang}", greet)
	return http.ListenAndServe(":8080", nil)
}
