package example

import (
	"fmt"
	"net/http"
)

var words map[string]string

func Load(word string) {
	words = make(map[string]string)
	words[word] = "yes" // want "map `words` is written with no lock"
}

func Serve(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, words[r.URL.Path])
}

type Worker struct {
	table map[string]string
	names chan string
}

func NewWorker() *Worker {
	w := &Worker{names: make(chan string)}
	go w.run()
	return w
}

func (w *Worker) run() {
	for name := range w.names {
		println(w.table[name])
	}
}

func (w *Worker) Reload(name string) {
	w.table = make(map[string]string)
	w.table[name] = "yes" // want "map `Worker.table` is written with no lock"
}
