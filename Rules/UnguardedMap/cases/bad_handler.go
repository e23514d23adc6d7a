package example

import (
	"fmt"
	"net/http"
)

type Counter struct{ hits map[string]int }

func (c *Counter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.hits[r.URL.Path]++ // want "map `Counter.hits` is written with no lock"
	fmt.Fprintln(w, c.hits[r.URL.Path])
}

func Main() error {
	return http.ListenAndServe(":8080", &Counter{hits: map[string]int{}})
}
