// answer: yes
// reason: Deferred calls run last in, first out: Done is signalled before the deferred function stores the duration.

package p

import (
	"sync"
	"time"
)

type step struct {
	run  func()
	took time.Duration
}

func RunSteps(steps []*step) time.Duration {
	var wg sync.WaitGroup
	for _, s := range steps {
		wg.Add(1)
		go func() {
			begin := time.Now()
			defer func() {
				s.took = time.Since(begin) // A
			}()
			defer wg.Done()
			s.run()
		}()
	}
	wg.Wait()
	var longest time.Duration
	for _, s := range steps {
		longest = max(longest, s.took) // B
	}
	return longest
}
