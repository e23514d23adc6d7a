// answer: yes
// reason: The lanes are others, but they share the meter that was made before the loop.

package p

import "sync"

type meter struct{ count int }

type lane struct {
	name  string
	meter *meter
}

func Count(names []string) {
	lanes := make(map[string]*lane)
	m := &meter{}
	for _, name := range names {
		lanes[name] = &lane{name: name, meter: m}
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
