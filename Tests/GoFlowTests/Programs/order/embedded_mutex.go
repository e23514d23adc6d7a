// answer: no (locked)
// reason: Lock and Unlock are promoted from the embedded mutex; both accesses stand between them.

package p

import "sync"

type counters struct {
	sync.Mutex
	byName map[string]int
}

func count(c *counters, name string) {
	c.Lock()
	defer c.Unlock()
	c.byName[name]++ // A
}

func report(c *counters, emit func(string, int)) {
	c.Lock()
	for name, n := range c.byName { // B
		emit(name, n)
	}
	c.Unlock()
}

func Use(names []string) {
	c := &counters{byName: map[string]int{}}
	for _, n := range names {
		go count(c, n)
	}
	report(c, func(string, int) {})
}
