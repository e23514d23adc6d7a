// answer: yes
// reason: With has a pointer receiver and sets the field of the shared defaults that other requests read.

package p

import "net/http"

type prefs struct {
	locale string
	strict bool
}

func (s *prefs) With(locale string) *prefs {
	s.locale = locale // A
	return s
}

func (s *prefs) accepts(locale string) bool {
	return !s.strict || s.locale == locale // B
}

type site struct {
	defaults *prefs
}

func (a *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	locale := r.Header.Get("Accept-Language")
	if !a.defaults.accepts(locale) {
		own := a.defaults.With(locale)
		w.Header().Set("Content-Language", own.locale)
	}
}

func New() http.Handler { return &site{defaults: &prefs{locale: "en", strict: true}} }
