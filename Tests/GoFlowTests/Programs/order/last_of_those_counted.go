// answer: no (handed-over)
// reason: Whoever counts the references down to zero is the last one that has the table.

package p

import "sync/atomic"

type table struct {
	refs atomic.Int32
	data []byte
}

func (t *table) size() int { return len(t.data) } // A

func (t *table) release() {
	if t.refs.Add(-1) > 0 {
		return
	}
	t.data = nil // B
}

func Share(t *table, sizes chan<- int) {
	t.refs.Add(2)
	for range 2 {
		go func() {
			defer t.release()
			sizes <- t.size()
		}()
	}
}
