// answer: no (locked)
// reason: Every method takes the mutex before it touches the map.

package p

import "sync"

type Leases struct {
	mu   sync.Mutex
	byID map[string]int64
}

func NewLeases() *Leases {
	l := new(Leases)
	l.byID = make(map[string]int64)
	return l
}

func (l *Leases) Put(id string, until int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.byID[id] = until // A
}

func (l *Leases) Expire(now int64) (gone []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for id, until := range l.byID {
		if until < now {
			delete(l.byID, id)
			gone = append(gone, id)
		}
	}
	return gone
}

func (l *Leases) Len() int {
	l.mu.Lock()
	n := len(l.byID) // B
	l.mu.Unlock()
	return n
}
