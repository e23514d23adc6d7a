// answer: yes
// reason: Nobody waits for the round before.

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
	for range 2 {
		for _, load := range loads {
			wg.Add(1)
			go func() {
				defer wg.Done()
				load()
			}()
		}
	}
	wg.Wait()
	return p
}
