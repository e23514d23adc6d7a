package example

import (
	"fmt"
	"net/http"
)

type Server struct {
	prefix   string
	requests int
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.requests++ // want "field `Server.requests` is written with no lock"
	fmt.Fprintln(w, s.prefix, r.URL.Path)
}

func Main() error {
	return http.ListenAndServe(":8080", &Server{prefix: "path"})
}
