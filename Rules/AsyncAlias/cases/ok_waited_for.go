package example

import "sync"

func Rounds(n int) {
	row := make([]int, 16)
	for round := range n {
		for i := range row {
			row[i] = round * i
		}
		var wg sync.WaitGroup
		wg.Go(func() { show(row[:8]) })
		wg.Go(func() { show(row[8:]) })
		wg.Wait()
	}
}

func show(row []int) {
	for _, n := range row {
		println(n)
	}
}
