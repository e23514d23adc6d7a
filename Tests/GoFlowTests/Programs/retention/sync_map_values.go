// answer: yes
// reason: sync.Map guards its own entries, not the stored slices; the reporter walks a slice that the caller rewrites.

package p

import (
	"sync"
	"time"
)

type latencies struct {
	byRoute sync.Map
	worst   func(route string, ms int)
}

func (l *latencies) set(route string, ms []int) { l.byRoute.Store(route, ms) }

func (l *latencies) reportEvery(d time.Duration) {
	for range time.Tick(d) {
		l.byRoute.Range(func(k, v any) bool {
			top := 0
			for _, ms := range v.([]int) { // A
				top = max(top, ms)
			}
			l.worst(k.(string), top)
			return true
		})
	}
}

func Observe(samples <-chan int, worst func(string, int)) {
	l := &latencies{worst: worst}
	go l.reportEvery(time.Millisecond)
	ring := make([]int, 128)
	l.set("/", ring)
	i := 0
	for ms := range samples {
		ring[i%len(ring)] = ms // B
		i++
	}
}
