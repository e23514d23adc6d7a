// answer: yes
// reason: Two loops start the functions of one table.

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
	for _, load := range loads {
		wg.Add(1)
		go func() {
			defer wg.Done()
			load()
		}()
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
