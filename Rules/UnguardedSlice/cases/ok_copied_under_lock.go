package example

import (
	"slices"
	"sync"
)

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
	cells := slices.Clone(b.cells)
	b.mu.Unlock()
	sum := 0
	for _, n := range cells {
		sum += n
	}
	return sum
}
