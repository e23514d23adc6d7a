// answer: yes
// reason: All goroutines call the first function of the table.

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
	for range loads {
		wg.Add(1)
		go func() {
			defer wg.Done()
			loads[0]()
		}()
	}
	wg.Wait()
	return p
}
