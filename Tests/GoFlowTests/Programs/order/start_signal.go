// answer: no (before-signal)
// reason: The plan is written before start is closed, and the runners read it only after they have received from start.

package p

import "sync"

type plan struct {
	laps map[string]int
}

func Race(names []string, run func(name string, laps int)) {
	p := &plan{}
	start := make(chan struct{})
	var wg sync.WaitGroup
	for _, n := range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-start
			run(n, p.laps[n]) // A
		}()
	}
	p.laps = make(map[string]int)
	for i, n := range names {
		p.laps[n] = i + 1 // B
	}
	close(start)
	wg.Wait()
}
