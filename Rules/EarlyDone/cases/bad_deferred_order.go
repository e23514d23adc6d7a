package cases

import "sync"

type tally struct {
	mu   sync.Mutex
	done int
}

// Deferred calls run last in, first out: Done comes before the count.
func (t *tally) runAll(jobs []func()) int {
	var wg sync.WaitGroup
	wg.Add(len(jobs))
	for _, job := range jobs {
		go func() {
			defer func() {
				t.mu.Lock()
				t.done++
				t.mu.Unlock()
			}()
			defer wg.Done() // want "`wg.Done\(\)` is deferred after, and so runs before, the deferred change of `t.done`"
			job()
		}()
	}
	wg.Wait()
	return t.done
}
