// answer: no (copied)
// reason: With has a value receiver: it sets the field of its own copy, while the requests read the shared original.

package p

import "net/http"

type settings struct {
	locale string
	strict bool
}

func (s settings) With(locale string) settings {
	s.locale = locale // A
	return s
}

func (s *settings) accepts(locale string) bool {
	return !s.strict || s.locale == locale // B
}

type api struct {
	defaults *settings
}

func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	locale := r.Header.Get("Accept-Language")
	if !a.defaults.accepts(locale) {
		own := a.defaults.With(locale)
		w.Header().Set("Content-Language", own.locale)
	}
}

func New() http.Handler { return &api{defaults: &settings{locale: "en", strict: true}} }
