// answer: yes
// reason: The package's slice has room behind its end, into which every request writes.

package p

import "net/http"

var defaults = append(make([]string, 0, 4), "rbind")

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
