// answer: yes
// reason: start is closed before the laps are filled in, so the runners may read the map during the writes.

package p

import "sync"

type schedule struct {
	laps map[string]int
}

func Relay(names []string, run func(name string, laps int)) {
	s := &schedule{laps: make(map[string]int)}
	start := make(chan struct{})
	var wg sync.WaitGroup
	for _, n := range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-start
			run(n, s.laps[n]) // A
		}()
	}
	close(start)
	for i, n := range names {
		s.laps[n] = i + 1 // B
	}
	wg.Wait()
}
