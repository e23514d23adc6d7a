package example

import (
	"net/http"
	"sync"
)

var (
	mu      sync.Mutex
	drivers = map[string]func() string{}
)

// Register adds a driver; packages do so before main runs.
func Register(name string, driver func() string) {
	mu.Lock()
	defer mu.Unlock()
	if _, ok := drivers[name]; ok {
		panic(name)
	}
	drivers[name] = driver
}

func init() {
	Register("memory", func() string { return "memory" })
}

func handle(w http.ResponseWriter, r *http.Request) {
	if driver := drivers[r.URL.Path]; driver != nil {
		w.Write([]byte(driver()))
	}
}

func Serve() error {
	return http.ListenAndServe(":80", http.HandlerFunc(handle))
}
