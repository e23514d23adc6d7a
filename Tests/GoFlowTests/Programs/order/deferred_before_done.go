// answer: no (joined)
// reason: Done was deferred first, so it runs last, after the deferred function has stored the duration.

package p

import (
	"sync"
	"time"
)

type stage struct {
	run  func()
	took time.Duration
}

func RunStages(stages []*stage) time.Duration {
	var wg sync.WaitGroup
	for _, s := range stages {
		wg.Add(1)
		go func() {
			defer wg.Done()
			begin := time.Now()
			defer func() {
				s.took = time.Since(begin) // A
			}()
			s.run()
		}()
	}
	wg.Wait()
	var longest time.Duration
	for _, s := range stages {
		longest = max(longest, s.took) // B
	}
	return longest
}
