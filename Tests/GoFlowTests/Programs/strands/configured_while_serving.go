// answer: yes
// reason: The server is already running when the plugin names are entered in the map that its handler reads.

package p

import (
	"io"
	"log"
	"net/http"
)

var plugins = map[string]string{}

func showPlugin(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, plugins[r.PathValue("name")]) // A
}

func Main(found map[string]string) {
	mux := http.NewServeMux()
	mux.HandleFunc("/plugins/{name}", showPlugin)
	srv := &http.Server{Addr: "127.0.0.1:8080", Handler: mux}
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		log.Println(srv.ListenAndServe())
	}()
	for name, text := range found {
		plugins[name] = text // B
	}
	<-stopped
}
