// answer: yes
// reason: One object is given to the function by all goroutines.

package p

import "sync"

type state struct{ n int }

func each(n int, work func(*state)) {
	var wg sync.WaitGroup
	s := &state{}
	for range n {
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
