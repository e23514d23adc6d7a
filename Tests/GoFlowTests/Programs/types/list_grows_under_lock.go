// answer: no (one-goroutine)
// reason: Iterators beside each other append under the lock; check is called by whoever has ended them, and nothing says that others come then.

package p

import "sync"

type Txn struct {
	mu    sync.Mutex
	reads []uint64
	size  int
}

func (t *Txn) note(key uint64) {
	t.mu.Lock()
	t.reads = append(t.reads, key) // A
	t.mu.Unlock()
}

func (t *Txn) check(seen map[uint64]bool) bool {
	if len(t.reads) == 0 { // B
		return true
	}
	for _, key := range t.reads {
		if seen[key] {
			return false
		}
	}
	return true
}

func (t *Txn) Get(key uint64) { t.note(key) }

func (t *Txn) Commit(seen map[uint64]bool) bool { return t.check(seen) }
