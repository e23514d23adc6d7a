// answer: yes
// reason: net/http runs each request in its own goroutine, and all of them increment the same counter.

package p

import (
	"fmt"
	"net/http"
)

var served int

func countRequests(w http.ResponseWriter, r *http.Request) {
	served++ // A B
	fmt.Fprintln(w, "ok")
}

func Register() {
	http.HandleFunc("/count", countRequests)
}
