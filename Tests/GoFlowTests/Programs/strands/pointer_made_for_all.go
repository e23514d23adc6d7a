// answer: yes
// reason: The elements of the slice are made once, before the loop that appends them, so that all goroutines get the same one.

package p

import "sync"

type lane struct{ cars int }

func Open(n int) {
	shared := &lane{}
	var lanes []*lane
	for i := 0; i < n; i++ {
		lanes = append(lanes, shared)
	}
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
