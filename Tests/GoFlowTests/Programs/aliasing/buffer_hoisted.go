// answer: yes
// reason: One buffer serves all iterations, so the next Read overwrites the chunk that the worker is hashing.

package p

import (
	"crypto/sha256"
	"io"
)

func hashWorker(chunks <-chan []byte, sums chan<- [32]byte) {
	for c := range chunks {
		sums <- sha256.Sum256(c) // A
	}
	close(sums)
}

func HashChunks(r io.Reader, sums chan<- [32]byte) error {
	chunks := make(chan []byte)
	defer close(chunks)
	go hashWorker(chunks, sums)
	buf := make([]byte, 4096)
	for {
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
