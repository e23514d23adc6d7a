// answer: no (copied)
// reason: The package's slice is as long as its array, so append always moves to another one.

package p

import "net/http"

var defaults = []string{"rbind"}

func options(readonly bool) []string {
	flag := "rw"
	if readonly {
		flag = "ro"
	}
	return append(defaults, flag) // A B
}

func Serve(w http.ResponseWriter, r *http.Request) {
	for _, o := range options(r.Method == "GET") {
		w.Write([]byte(o))
	}
}
