// answer: no (once)
// reason: Each step of the table runs once.

package p

import "sync"

type page struct{ title, text string }

func Load() *page {
	p := &page{}
	var wg sync.WaitGroup
	for _, step := range []struct {
		name string
		run  func()
	}{
		{"title", func() {
			p.title = "title" // A B
		}},
		{"text", func() { p.text = "text" }},
	} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			println(step.name)
			step.run()
		}()
	}
	wg.Wait()
	return p
}
