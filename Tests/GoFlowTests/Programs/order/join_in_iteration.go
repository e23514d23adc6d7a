// answer: no (joined)
// reason: Wait stands inside the loop body, so the goroutines of one round are over before the next round fills the buffer.

package p

import (
	"hash/crc32"
	"io"
	"sync"
)

func Checksums(r io.Reader, lanes int) ([]uint32, error) {
	sums := make([]uint32, lanes)
	buf := make([]byte, 64*lanes)
	for {
		if _, err := io.ReadFull(r, buf); err != nil { // A
			return sums, err
		}
		var wg sync.WaitGroup
		for i := range lanes {
			wg.Add(1)
			go func() {
				defer wg.Done()
				sums[i] = crc32.Update(sums[i], crc32.IEEETable, buf[i*64:(i+1)*64]) // B
			}()
		}
		wg.Wait()
	}
}
