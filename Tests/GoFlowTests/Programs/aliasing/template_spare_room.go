// answer: yes
// reason: The base arguments have spare capacity, so two requests append their own argument into the same spare element.

package p

import (
	"net/http"
	"os/exec"
)

type converter struct {
	base []string
}

func newConverter() *converter {
	base := make([]string, 0, 8)
	base = append(base, "-quiet", "-strip")
	return &converter{base: base}
}

func (c *converter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	args := append(c.base, r.URL.Query().Get("size")) // A B
	out, err := exec.Command("convert", args...).Output()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Write(out)
}

func Mount() { http.Handle("/convert", newConverter()) }
