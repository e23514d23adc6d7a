package cases

import "sync"

// The clause that signals falls through to the one that changes.
func classify(kind int) string {
	var wg sync.WaitGroup
	name := ""
	wg.Add(1)
	go func() {
		switch kind {
		case 0:
			wg.Done() // want "`wg.Done\(\)` announces completion before the change of `name`"
			fallthrough
		case 1:
			name = "small"
		default:
			wg.Done()
		}
	}()
	wg.Wait()
	return name
}
