// answer: no (once)
// reason: Each goroutine calls the function of its own index.

package p

import "sync"

type page struct{ title, text string }

func Load() *page {
	p := &page{}
	var wg sync.WaitGroup
	loads := []func(){
		func() {
			p.title += "title" // A B
		},
		func() {
			p.text += "text"
		},
	}
	for i := range loads {
		wg.Add(1)
		go func() {
			defer wg.Done()
			loads[i]()
		}()
	}
	wg.Wait()
	return p
}
