// answer: no (once)
// reason: Each function of the table runs once.

package p

import "sync"

type page struct{ title, text string }

func Load() *page {
	p := &page{}
	var wg sync.WaitGroup
	for _, load := range []func(){
		func() {
			p.title = "title" // A B
		},
		func() {
			p.text = "text"
		},
	} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			load()
		}()
	}
	wg.Wait()
	return p
}
