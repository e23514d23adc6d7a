package example

import (
	"net/http"
	"sync"
)

type pool struct{ size int }

var (
	once   sync.Once
	shared *pool
)

func get() *pool {
	once.Do(func() { shared = &pool{size: 8} })
	return shared
}

func handle(w http.ResponseWriter, r *http.Request) {
	if get().size == 0 {
		http.Error(w, "busy", http.StatusServiceUnavailable)
	}
}

func Serve() error {
	return http.ListenAndServe(":8080", http.HandlerFunc(handle))
}
