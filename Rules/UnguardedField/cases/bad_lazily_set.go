package example

import (
	"html/template"
	"net/http"
)

type Pages struct {
	source string
	parsed *template.Template
}

func (p *Pages) template() *template.Template {
	if p.parsed == nil {
		p.parsed = template.Must(template.New("page").Parse(p.source)) // want "field `Pages.parsed` is written with no lock"
	}
	return p.parsed
}

func (p *Pages) show(w http.ResponseWriter, r *http.Request) {
	p.template().Execute(w, r.URL.Path)
}

func Serve(source string) error {
	p := &Pages{source: source}
	http.HandleFunc("/", p.show)
	return http.ListenAndServe(":8080", nil)
}
