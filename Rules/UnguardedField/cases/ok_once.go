package example

import (
	"html/template"
	"net/http"
	"sync"
)

type Pages struct {
	source string
	once   sync.Once
	parsed *template.Template
}

func (p *Pages) template() *template.Template {
	p.once.Do(func() {
		p.parsed = template.Must(template.New("page").Parse(p.source))
	})
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
