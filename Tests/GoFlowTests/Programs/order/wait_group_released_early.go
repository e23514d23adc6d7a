// answer: yes
// reason: Done lets the loaders go before the token is set.

package p

import "sync"

type secrets struct{ token string }

func LoadParts(n int, login func() string, load func(part int, token string)) {
	var ready, all sync.WaitGroup
	ready.Add(1)
	s := &secrets{}
	for i := range n {
		all.Go(func() {
			ready.Wait()
			load(i, s.token) // A
		})
	}
	ready.Done()
	s.token = login() // B
	all.Wait()
}
