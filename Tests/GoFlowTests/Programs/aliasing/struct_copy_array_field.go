// answer: no (copied)
// reason: The digest is an array, so copying the struct copies its bytes too.

package p

import "encoding/hex"

type block struct {
	height int
	digest [32]byte
}

func announce(out chan<- string, b block) {
	go func() {
		out <- hex.EncodeToString(b.digest[:]) // A
	}()
}

func Mine(out chan<- string, rounds int) block {
	var b block
	for b.height = 0; b.height < rounds; b.height++ {
		announce(out, b)
		for i := range b.digest {
			b.digest[i] += byte(b.height + i) // B
		}
	}
	return b
}
