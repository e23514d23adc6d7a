// answer: yes
// reason: Two loops give the same chunks.

package p

import "slices"

func fill(part []string, with string) {
	for i := range part {
		part[i] = with // A B
	}
}

func Blank(words []string) {
	for part := range slices.Chunk(words, 16) {
		go fill(part, "")
	}
	for part := range slices.Chunk(words, 32) {
		go fill(part, " ")
	}
}
