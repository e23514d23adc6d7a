// race: ok_copied_under_lock.go

package example

import "sync"

type Board struct {
	mu    sync.Mutex
	marks []int
}

func Start(size int, ticks <-chan int, draw func(int)) *Board {
	b := &Board{marks: make([]int, size)}
	go func() {
		for range ticks {
			for _, mark := range b.marks {
				draw(mark)
			}
		}
	}()
	return b
}

func (b *Board) Mark(i int) {
	b.mu.Lock()
	b.marks[i]++ // want "slice `Board.marks` is changed with no lock that both sides hold"
	b.mu.Unlock()
}
