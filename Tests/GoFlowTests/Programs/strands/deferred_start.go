// answer: yes
// reason: The deferred call starts a goroutine as Write returns, and the caller then writes into the buffer it reads.

package p

import "hash/fnv"

type summer struct {
	sums chan uint64
}

func (s *summer) Write(p []byte) (int, error) {
	defer s.hashLater(p)
	return len(p), nil
}

func (s *summer) hashLater(p []byte) {
	go func() {
		h := fnv.New64a()
		h.Write(p) // A
		s.sums <- h.Sum64()
	}()
}

func Fill(s *summer, pages int) {
	page := make([]byte, 512)
	for i := range pages {
		for j := range page {
			page[j] = byte(i + j) // B
		}
		s.Write(page)
	}
}
