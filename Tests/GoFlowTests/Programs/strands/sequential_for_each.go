// answer: no (one-goroutine)
// reason: each and the iterator behind it call their function in the goroutine of the caller.

package p

import (
	"iter"
	"slices"
)

func each[T any](items iter.Seq[T], f func(T)) {
	for it := range items {
		f(it)
	}
}

type blob struct{ size int64 }

func Biggest(blobs []blob) int64 {
	var biggest int64
	each(slices.Values(blobs), func(f blob) {
		if f.size > biggest {
			biggest = f.size // A B
		}
	})
	return biggest
}
