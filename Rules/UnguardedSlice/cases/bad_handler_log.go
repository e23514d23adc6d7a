package example

import (
	"fmt"
	"net/http"
)

type Log struct{ paths []string }

func (l *Log) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.paths = append(l.paths, r.URL.Path) // want "slice `Log.paths` is changed with no lock"
	fmt.Fprintln(w, len(l.paths))
}

func Main() error {
	return http.ListenAndServe(":8080", &Log{})
}
