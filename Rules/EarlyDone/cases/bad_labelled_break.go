package cases

import "sync"

// The signal is given once: the break leaves both loops, and the change comes after them.
func find(rows [][]int, wanted int) bool {
	var wg sync.WaitGroup
	found := false
	wg.Add(1)
	go func() {
	search:
		for {
			for _, row := range rows {
				for _, n := range row {
					if n == wanted {
						wg.Done() // want "`wg.Done\(\)` announces completion before the change of `found`"
						break search
					}
				}
			}
			wg.Done() // want "`wg.Done\(\)` announces completion before the change of `found`"
			break
		}
		found = true
	}()
	wg.Wait()
	return found
}
