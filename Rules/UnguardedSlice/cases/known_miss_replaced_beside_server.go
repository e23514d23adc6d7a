package example

import (
	"net/http"
	"time"
)

type Proxy struct{ backends []string }

func (p *Proxy) refresh(list func() []string) {
	for range time.Tick(time.Minute) {
		p.backends = list()
	}
}

func (p *Proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, backend := range p.backends {
		w.Header().Add("Backend", backend)
	}
}

// known-miss: what requests use is known by the handler's receiver alone; that it is the object
// which the goroutine of Main has is not.
func Main(list func() []string) error {
	p := &Proxy{backends: list()}
	go p.refresh(list)
	return http.ListenAndServe(":8080", p)
}
