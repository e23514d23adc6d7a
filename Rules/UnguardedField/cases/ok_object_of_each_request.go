package example

import (
	"fmt"
	"net/http"
)

type page struct {
	path string
	size int
}

func (p *page) write(w http.ResponseWriter, text string) {
	n, _ := fmt.Fprint(w, text)
	p.size += n
}

func show(w http.ResponseWriter, r *http.Request) {
	p := &page{path: r.URL.Path}
	p.write(w, p.path)
	p.write(w, "\n")
	println(p.path, p.size)
}

func Serve() error {
	http.HandleFunc("/", show)
	return http.ListenAndServe(":8080", nil)
}
