// answer: yes
// reason: RLock lets many readers in at once, so the write under it races with itself in another caller of Get.

package p

import (
	"net/http"
	"sync"
)

type hitCache struct {
	mu   sync.RWMutex
	data map[string]string
	hits int
}

func (c *hitCache) get(key string) (string, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	v, ok := c.data[key]
	if ok {
		c.hits++ // A B
	}
	return v, ok
}

func (c *hitCache) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if v, ok := c.get(r.URL.Path); ok {
		w.Write([]byte(v))
		return
	}
	http.NotFound(w, r)
}

func NewHitCache() *hitCache {
	c := &hitCache{data: map[string]string{"/": "root"}}
	http.Handle("/", c)
	return c
}
