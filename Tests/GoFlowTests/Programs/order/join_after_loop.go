// answer: yes
// reason: Wait stands behind the loop, so the goroutine of the round before may still read the buffer that ReadFull fills.

package p

import (
	"hash/adler32"
	"io"
	"sync"
)

func Digests(r io.Reader, rounds int) ([]uint32, error) {
	sums := make([]uint32, rounds)
	buf := make([]byte, 64)
	var wg sync.WaitGroup
	defer wg.Wait()
	for i := range rounds {
		if _, err := io.ReadFull(r, buf); err != nil { // A
			return nil, err
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			sums[i] = adler32.Checksum(buf) // B
		}()
	}
	return sums, nil
}
