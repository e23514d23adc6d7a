// race: ok_own_group.go

//go:build go1.24

package cases

import "sync"

// The language of this file has no WaitGroup.Go.
func olderLanguage(job func()) {
	var wg sync.WaitGroup
	go func() {
		wg.Add(1) // want "runs inside the goroutine that it counts"
		job()
		wg.Done()
	}()
	wg.Wait()
}
