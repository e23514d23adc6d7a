// answer: no (locked)
// reason: The total that is counted up has the number of the shard whose lock is held.

package p

import "sync"

type Tally struct {
	locks  [16]sync.Mutex
	totals [16]int
}

func (t *Tally) Count(key uint32) {
	i := key % 16
	t.locks[i].Lock()
	t.totals[i]++ // A B
	t.locks[i].Unlock()
}

func CountAll(keys []uint32) *Tally {
	t := &Tally{}
	for _, k := range keys {
		go t.Count(k)
	}
	return t
}
