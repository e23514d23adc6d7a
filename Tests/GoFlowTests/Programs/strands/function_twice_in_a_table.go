// answer: yes
// reason: One function stands in the table twice.

package p

import "sync"

type page struct{ title, text string }

func Load() *page {
	p := &page{}
	var wg sync.WaitGroup
	set := func() {
		p.title += "title" // A B
	}
	for _, load := range []func(){set, set} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			load()
		}()
	}
	wg.Wait()
	return p
}
