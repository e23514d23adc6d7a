// answer: yes
// reason: The chunks are parts of the slice that the caller goes through meanwhile.

package p

import "slices"

func Blank(words []string) {
	for part := range slices.Chunk(words, 16) {
		go func() {
			for i := range part {
				part[i] = "" // A
			}
		}()
	}
	for i := range words {
		words[i] += "." // B
	}
}
