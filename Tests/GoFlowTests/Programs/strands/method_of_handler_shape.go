// answer: no (one-goroutine)
// reason: Begin has the shape of a gRPC handler, but what it gives back is no message: callers of the store call it, one at a time.

package p

import "context"

type Options struct{ ReadOnly bool }

type Tx struct{ store *Store }

func (t *Tx) Rollback() { t.store.open-- }

type Store struct {
	open  int
	names map[string]int
}

func (s *Store) Begin(ctx context.Context, options *Options) (*Tx, error) {
	s.open++
	s.names["open"] = s.open // A B
	return &Tx{store: s}, nil
}
