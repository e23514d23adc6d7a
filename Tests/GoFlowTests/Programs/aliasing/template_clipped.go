// answer: no (other-memory)
// reason: The base is clipped in the constructor, so each append has to allocate an array of its own and only reads the base.

package p

import (
	"net/http"
	"os/exec"
	"slices"
)

type renderer struct {
	base []string
}

func newRenderer() *renderer {
	base := make([]string, 0, 8)
	base = append(base, "-quiet", "-strip")
	return &renderer{base: slices.Clip(base)}
}

func (c *renderer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	args := append(c.base, r.URL.Query().Get("size")) // A B
	out, err := exec.Command("render", args...).Output()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Write(out)
}

func MountRenderer() { http.Handle("/render", newRenderer()) }
