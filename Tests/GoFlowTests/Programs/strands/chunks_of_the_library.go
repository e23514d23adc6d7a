// answer: no (distinct-elements)
// reason: The chunks do not overlap.

package p

import "slices"

func Blank(words []string) {
	for part := range slices.Chunk(words, 16) {
		go func() {
			for i := range part {
				part[i] = "" // A B
			}
		}()
	}
}
