// answer: yes
// reason: Two functions of the table write to one field.

package p

import "sync"

type page struct{ title, text string }

func Load() *page {
	p := &page{}
	var wg sync.WaitGroup
	for _, load := range []func(){
		func() {
			p.title = "title" // A
		},
		func() {
			p.title += "text" // B
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
