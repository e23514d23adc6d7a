package example

import "sync"

type Board struct {
	mu    sync.Mutex
	cells []int
}

func NewBoard(cells []int) *Board {
	b := &Board{cells: cells}
	go b.watch()
	return b
}

func (b *Board) watch() {
	for {
		b.mu.Lock()
		sum := 0
		for _, c := range b.cells {
			sum += c
		}
		b.mu.Unlock()
		println(sum)
	}
}

func (b *Board) Set(i, value int) {
	b.mu.Lock()
	b.cells[i] = value
	b.mu.Unlock()
}
