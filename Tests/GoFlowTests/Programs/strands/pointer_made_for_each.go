// answer: no (distinct-elements)
// reason: Each element of the slice was made for itself, and each goroutine gets another one.

package p

import "sync"

type lane struct{ cars int }

func Open() {
	lanes := []*lane{{cars: 1}, {cars: 2}}
	var wg sync.WaitGroup
	for _, l := range lanes {
		wg.Add(1)
		go func(l *lane) {
			defer wg.Done()
			l.cars++ // A B
		}(l)
	}
	wg.Wait()
}
