package example

import "net/http"

type table struct{ rows map[string]int }

func (t *table) count(name string) { t.rows[name]++ }

type Pages struct {
	table
	title string
}

func (p *Pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.rows[r.URL.Path]++ // want "map `table.rows` is written with no lock"
	w.Write([]byte(p.title))
}

func Serve(names <-chan string) error {
	p := &Pages{table: table{rows: map[string]int{}}, title: "pages"}
	go func() {
		for name := range names {
			p.count(name)
		}
	}()
	return http.ListenAndServe(":8080", p)
}
