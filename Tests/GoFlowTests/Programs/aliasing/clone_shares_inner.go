// answer: yes
// reason: slices.Clone copies only the outer slice, so the goroutine reads the same byte arrays that the caller zeroes.

package p

import (
	"hash/crc32"
	"slices"
)

type checksums struct {
	out chan uint32
}

func (c *checksums) Send(parts [][]byte) {
	own := slices.Clone(parts)
	go func() {
		var sum uint32
		for _, part := range own {
			sum = crc32.Update(sum, crc32.IEEETable, part) // A
		}
		c.out <- sum
	}()
}

func Wipe(c *checksums, parts [][]byte) {
	c.Send(parts)
	for _, part := range parts {
		for i := range part {
			part[i] = 0 // B
		}
	}
}
