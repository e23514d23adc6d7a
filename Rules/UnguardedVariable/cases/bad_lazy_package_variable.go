package example

import "net/http"

type pool struct{ size int }

var shared *pool

func get() *pool {
	if shared == nil {
		shared = &pool{size: 8} // want "package variable `shared` is written with no lock"
	}
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
