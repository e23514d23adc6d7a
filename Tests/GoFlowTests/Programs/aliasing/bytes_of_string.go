// answer: no (copied)
// reason: []byte(key) allocates new bytes each time, so the two conversions of one string are different arrays.

package p

import "bytes"

type hasher struct {
	sums chan int
}

func (h *hasher) submit(key []byte) {
	go func() {
		n := 0
		for _, c := range key { // A
			n = n*33 + int(c)
		}
		h.sums <- n
	}()
}

func Normalize(h *hasher, key string) string {
	h.submit([]byte(key))
	b := []byte(key)
	for i := range b {
		b[i] |= 0x20 // B
	}
	return string(bytes.TrimSpace(b))
}
