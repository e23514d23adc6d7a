// answer: yes
// reason: The first turn makes the object that all later ones give to the function.

package p

import "sync"

type state struct{ n int }

func each(n int, work func(*state)) {
	var wg sync.WaitGroup
	var s *state
	for range n {
		if s == nil {
			s = &state{}
		}
		wg.Add(1)
		go func() {
			defer wg.Done()
			work(s)
		}()
	}
	wg.Wait()
}

func Count(n int) {
	each(n, func(s *state) {
		s.n++ // A B
	})
}
