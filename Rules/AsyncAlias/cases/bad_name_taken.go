package example

import "net/http"

type Atlas struct{ pages chan http.Header }

func Draw(names []string) *Atlas {
	a := &Atlas{pages: make(chan http.Header, 2)}
	go func() {
		for page := range a.pages {
			for key, values := range page {
				println(key, len(values))
			}
		}
	}()
	maps := 0
	page := http.Header{}
	for _, name := range names {
		page[name] = nil
		a.pages <- page // want "`page` is handed over without a copy"
		maps++
	}
	println(maps)
	return a
}
