// answer: no (other-memory)
// reason: The goroutines write two different fields of one struct, and fields are separate variables.

package p

import (
	"runtime"
	"sync"
)

type snapshotStats struct {
	heap       uint64
	goroutines int
}

func Collect() snapshotStats {
	var s snapshotStats
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		s.heap = m.HeapAlloc // A
	}()
	go func() {
		defer wg.Done()
		s.goroutines = runtime.NumGoroutine() // B
	}()
	wg.Wait()
	return s
}
