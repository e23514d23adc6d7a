// race: ok_before_go.go

package cases

import "sync"

func all(jobs []func()) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		go func() {
			wg.Add(1) // want "`wg.Add\(1\)` runs inside the goroutine that it counts, so `wg.Wait\(\)` can begin before it"
			defer wg.Done()
			job()
		}()
	}
	wg.Wait()
}
