// answer: no (before-signal)
// reason: The loaders wait until the count falls to zero, and the main goroutine sets the token before it calls Done.

package p

import "sync"

type credentials struct{ token string }

func LoadPages(n int, login func() string, load func(page int, token string)) {
	var ready, all sync.WaitGroup
	ready.Add(1)
	c := &credentials{}
	for i := range n {
		all.Go(func() {
			ready.Wait()
			load(i, c.token) // A
		})
	}
	c.token = login() // B
	ready.Done()
	all.Wait()
}
