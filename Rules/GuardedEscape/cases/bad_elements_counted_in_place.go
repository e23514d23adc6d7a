package example

import "sync"

type Board struct {
	mu    sync.Mutex
	cells []int
}

func NewBoard(size int, moves <-chan int) *Board {
	b := &Board{cells: make([]int, size)}
	go func() {
		for move := range moves {
			b.mu.Lock()
			b.cells[move]++
			b.mu.Unlock()
		}
	}()
	return b
}

func (b *Board) Sum() int {
	b.mu.Lock()
	cells := b.cells // want "slice `Board.cells`, which `Board.mu` guards, is read after `Board.mu` was released"
	b.mu.Unlock()
	sum := 0
	for _, n := range cells {
		sum += n
	}
	return sum
}
