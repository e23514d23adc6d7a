// race: ok_read_after_wait.go

package example

import "sync"

func Count(names []string) int {
	counts := map[string]int{}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for _, name := range names {
			counts[name]++ // want "map `counts` is written with no lock"
		}
	}()
	size := len(counts)
	wg.Wait()
	return size
}
