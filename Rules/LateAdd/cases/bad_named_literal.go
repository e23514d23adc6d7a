// race: ok_handshake.go

package cases

import "sync"

func named(job func()) {
	var wg sync.WaitGroup
	run := func() {
		wg.Add(1) // want "runs inside the goroutine that it counts"
		defer wg.Done()
		job()
	}
	go run()
	wg.Wait()
}
