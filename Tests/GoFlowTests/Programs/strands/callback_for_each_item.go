// answer: no (other-memory)
// reason: Each goroutine calls the callback with the item of its own turn.

package p

import "sync"

type item struct{ name string }

func forEach(items []*item, apply func(*item)) {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			apply(it)
		}()
	}
	wg.Wait()
}

func Rename(items []*item) {
	forEach(items, func(it *item) {
		it.name = "new"   // A
		it.name += "name" // B
	})
}
