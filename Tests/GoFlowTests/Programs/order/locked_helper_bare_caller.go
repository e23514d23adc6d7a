// answer: yes
// reason: One of the callers of pruneLocked, the ticker's goroutine, does not hold the mutex.

package p

import (
	"sync"
	"time"
)

type table struct {
	mu   sync.Mutex
	rows map[string]time.Time
}

func (t *table) pruneLocked(now time.Time) {
	for k, until := range t.rows {
		if now.After(until) {
			delete(t.rows, k) // A
		}
	}
}

func (t *table) touch(key string, now time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.pruneLocked(now)
	t.rows[key] = now.Add(time.Minute) // B
}

func (t *table) pruneEvery(tick <-chan time.Time) {
	for now := range tick {
		t.pruneLocked(now)
	}
}

func Use(keys []string, tick <-chan time.Time) {
	t := &table{rows: map[string]time.Time{}}
	go t.pruneEvery(tick)
	for _, k := range keys {
		t.touch(k, time.Now())
	}
}
