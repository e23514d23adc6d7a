// answer: yes
// reason: All goroutines call the callback with the first item.

package p

import "sync"

type item struct{ name string }

func forEach(items []*item, apply func(*item)) {
	var wg sync.WaitGroup
	first := items[0]
	for range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			apply(first)
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
