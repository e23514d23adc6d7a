package cases

import "sync"

// The continue leads to the next turn, whose change belongs to its own signal.
func nextTurn(rows [][]int) int {
	var wg sync.WaitGroup
	sum := 0
	wg.Add(len(rows))
	go func() {
	rows:
		for _, row := range rows {
			for _, n := range row {
				if n < 0 {
					wg.Done()
					continue rows
				}
				sum += n
			}
			wg.Done()
		}
	}()
	wg.Wait()
	return sum
}
