// answer: yes
// reason: The map was private until the package variable got it; the write after that is seen by requests that read the variable.

package p

import (
	"io"
	"net/http"
	"sync"
)

var (
	bannerMu sync.RWMutex
	banners  map[string]string
)

func reload(texts map[string]string) {
	next := make(map[string]string, len(texts)+1)
	for lang, t := range texts {
		next[lang] = t
	}
	bannerMu.Lock()
	banners = next
	bannerMu.Unlock()
	next["default"] = texts["en"] // A
}

func showBanner(w http.ResponseWriter, r *http.Request) {
	bannerMu.RLock()
	text := banners[r.FormValue("lang")] // B
	bannerMu.RUnlock()
	io.WriteString(w, text)
}

func Serve(updates <-chan map[string]string) error {
	go func() {
		for u := range updates {
			reload(u)
		}
	}()
	http.HandleFunc("/banner", showBanner)
	return http.ListenAndServe(":8080", nil)
}
