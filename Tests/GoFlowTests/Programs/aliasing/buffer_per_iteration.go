// answer: no (handed-over)
// reason: Each iteration makes its own buffer and does not touch it after the send, so Read fills a newer array.

package p

import (
	"crypto/sha256"
	"io"
)

func sumWorker(chunks <-chan []byte, sums chan<- [32]byte) {
	for c := range chunks {
		sums <- sha256.Sum256(c) // A
	}
	close(sums)
}

func SumChunks(r io.Reader, sums chan<- [32]byte) error {
	chunks := make(chan []byte)
	defer close(chunks)
	go sumWorker(chunks, sums)
	for {
		buf := make([]byte, 4096)
		n, err := r.Read(buf) // B
		if n > 0 {
			chunks <- buf[:n]
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
