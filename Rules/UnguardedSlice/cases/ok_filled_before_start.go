package example

import "net/http"

type Chain struct{ filters []func(*http.Request) bool }

func (c *Chain) Use(filter func(*http.Request) bool) {
	c.filters = append(c.filters, filter)
}

func (c *Chain) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, filter := range c.filters {
		if !filter(r) {
			http.Error(w, "no", http.StatusForbidden)
			return
		}
	}
}

func Main() error {
	c := &Chain{}
	c.Use(func(r *http.Request) bool { return r.Method == http.MethodGet })
	return http.ListenAndServe(":8080", c)
}
