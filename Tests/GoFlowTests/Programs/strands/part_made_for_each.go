// answer: no (distinct-elements)
// reason: The constructor makes a meter for each lane, and the map holds each lane once.

package p

import "sync"

type meter struct{ count int }

type lane struct {
	name  string
	meter *meter
}

func newLane(name string) *lane { return &lane{name: name, meter: &meter{}} }

func Count(names []string) {
	lanes := make(map[string]*lane)
	for _, name := range names {
		l := newLane(name)
		lanes[l.name] = l
	}
	var wg sync.WaitGroup
	for _, l := range lanes {
		wg.Add(1)
		go func(l *lane) {
			defer wg.Done()
			l.meter.count++ // A B
		}(l)
	}
	wg.Wait()
}
