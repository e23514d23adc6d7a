// answer: no (handed-over)
// reason: LoadAndDelete gives the session to one of the callers only.

package p

import (
	"net/http"
	"sync"
)

type session struct{ hits int }

type sessions struct{ byID sync.Map }

func (s *sessions) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	v, ok := s.byID.LoadAndDelete(r.FormValue("id"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	v.(*session).hits++ // A B
	w.WriteHeader(http.StatusOK)
}

func New() http.Handler { return &sessions{} }
