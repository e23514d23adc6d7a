// answer: yes
// reason: The check for nil reads the field outside of once.Do while another request may be assigning it inside.

package p

import (
	"net/http"
	"sync"
	"text/template"
)

type page struct {
	once sync.Once
	text string
	tmpl *template.Template
}

func (p *page) ready() *template.Template {
	if p.tmpl == nil { // A
		p.once.Do(func() {
			p.tmpl = template.Must(template.New("page").Parse(p.text)) // B
		})
	}
	return p.tmpl
}

func (p *page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.ready().Execute(w, r.URL)
}

func New(text string) http.Handler { return &page{text: text} }
