// answer: yes
// reason: An http.Handler serves requests in parallel, and each of them replaces the handler's last field.

package p

import (
	"net/http"
	"strings"
)

type proxy struct {
	backends []string
	next     int
}

func (p *proxy) pick() string {
	b := p.backends[p.next%len(p.backends)]
	p.next = p.next + 1 // A B
	return b
}

func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	target := strings.TrimSuffix(p.pick(), "/") + r.URL.Path
	http.Redirect(w, r, target, http.StatusTemporaryRedirect)
}

func ListenProxy(addr string, backends []string) error {
	return http.ListenAndServe(addr, &proxy{backends: backends})
}
