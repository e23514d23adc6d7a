// answer: no (locked)
// reason: The map is private while it is written; it is published under the lock that the requests take before they read it.

package p

import (
	"io"
	"net/http"
	"sync"
)

var (
	noticeMu sync.RWMutex
	notices  map[string]string
)

func refresh(texts map[string]string) {
	next := make(map[string]string, len(texts)+1)
	for lang, t := range texts {
		next[lang] = t
	}
	next["default"] = texts["en"] // A
	noticeMu.Lock()
	notices = next
	noticeMu.Unlock()
}

func showNotice(w http.ResponseWriter, r *http.Request) {
	noticeMu.RLock()
	text := notices[r.FormValue("lang")] // B
	noticeMu.RUnlock()
	io.WriteString(w, text)
}

func Serve(updates <-chan map[string]string) error {
	go func() {
		for u := range updates {
			refresh(u)
		}
	}()
	http.HandleFunc("/notice", showNotice)
	return http.ListenAndServe(":8080", nil)
}
