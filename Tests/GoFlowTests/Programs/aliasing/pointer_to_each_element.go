// answer: no (distinct-elements)
// reason: Each goroutine gets a pointer to another element of the slice.

package p

import "sync"

type probe struct {
	host  string
	alive bool
}

func (p *probe) run(dial func(string) error) {
	p.alive = dial(p.host) == nil // A B
}

func Probe(probes []probe, dial func(string) error) {
	var wg sync.WaitGroup
	for i := range probes {
		wg.Add(1)
		go func(p *probe) {
			defer wg.Done()
			p.run(dial)
		}(&probes[i])
	}
	wg.Wait()
}
