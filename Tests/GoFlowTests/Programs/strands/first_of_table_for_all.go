// answer: yes
// reason: Each goroutine also changes the first lane, whichever it was given itself.

package p

import "sync"

type lane struct{ cars int }

func Open() {
	first := &lane{}
	lanes := []*lane{first, {cars: 2}}
	var wg sync.WaitGroup
	for _, l := range lanes {
		wg.Add(1)
		go func(l *lane) {
			defer wg.Done()
			first.cars++ // A B
			println(l.cars)
		}(l)
	}
	wg.Wait()
}
