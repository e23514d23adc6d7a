// What is asserted may panic, and the value has no other name.
package example

import "sync"

type Board struct {
	mu    sync.Mutex
	value any
}

func Run(in <-chan any) *Board {
	b := &Board{}
	go func() {
		for v := range in {
			b.mu.Lock()
			b.value = v // want "field `Board.value` is written with no lock that both sides hold"
			b.mu.Unlock()
		}
	}()
	return b
}

func (b *Board) Tell(use func(int)) (err any) {
	defer func() { err = recover() }()
	n := b.value.(int)
	use(n)
	return nil
}
