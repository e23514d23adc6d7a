// answer: no (other-memory)
// reason: Each turn makes the object that its goroutine gives to the function.

package p

import "sync"

type state struct{ n int }

func each(n int, work func(*state)) {
	var wg sync.WaitGroup
	for range n {
		s := &state{}
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
