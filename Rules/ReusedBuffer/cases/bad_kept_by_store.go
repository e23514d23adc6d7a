// race: ok_kept_by_store_copied.go

package example

import "io"

type store struct{ blocks map[int][]byte }

func (s *store) put(n int, block []byte) { s.blocks[n] = block }

func load(s *store, r io.Reader) error {
	buf := make([]byte, 512)
	for n := 0; ; n++ {
		if _, err := io.ReadFull(r, buf); err != nil {
			return err
		}
		s.put(n, buf) // want "`buf` is kept in each turn"
	}
}
