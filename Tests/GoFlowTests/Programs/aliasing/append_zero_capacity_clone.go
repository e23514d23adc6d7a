// answer: no (copied)
// reason: append(ids[:0:0], ids...) allocates, so the goroutine walks a copy while the caller sorts the original.

package p

import (
	"slices"
	"sync/atomic"
)

type index struct {
	checksum atomic.Uint64
}

func (x *index) rebuild(ids []uint64) {
	go func(ids []uint64) {
		var sum uint64
		for i := range ids {
			sum = sum*31 + ids[i] // A
		}
		x.checksum.Store(sum)
	}(append(ids[:0:0], ids...))
}

func Load(x *index, ids []uint64) uint64 {
	x.rebuild(ids)
	slices.Sort(ids) // B
	return ids[len(ids)/2]
}
