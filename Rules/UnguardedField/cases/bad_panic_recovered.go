// Who ends a panic goes on, and the lock must not stay taken.
package example

import "sync"

type Board struct {
	mu    sync.Mutex
	value any
	last  int
	at    []int
}

func Run(in <-chan any) *Board {
	b := &Board{at: make([]int, 4)}
	go func() {
		for v := range in {
			b.mu.Lock()
			b.value = v // want "field `Board.value` is written with no lock that both sides hold"
			b.mu.Unlock()
		}
	}()
	return b
}

func (b *Board) Int() (n int) {
	defer func() {
		if recover() != nil {
			n = -1
		}
	}()
	n = b.value.(int)
	return n + 1
}

func (b *Board) Tell(use func(int)) (err any) {
	defer func() { err = recover() }()
	n := 0
	n = b.value.(int)
	use(n)
	return nil
}

func (b *Board) Known(use func(any)) (err any) {
	defer func() { err = recover() }()
	use(b.value)
	return nil
}
