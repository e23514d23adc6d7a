// answer: yes
// reason: The loop changes the count from whatever it was, which keeps nobody from the map.

package p

import "sync/atomic"

type tally struct {
	count atomic.Int64
	byKey map[string]int
}

func (t *tally) note(key string) {
	for {
		old := t.count.Load()
		if t.count.CompareAndSwap(old, old+1) {
			break
		}
	}
	t.byKey[key]++ // A B
}

func Note(keys []string) {
	t := &tally{byKey: make(map[string]int)}
	for _, k := range keys {
		go t.note(k)
	}
}
