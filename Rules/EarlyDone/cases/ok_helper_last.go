package cases

import "sync"

type tally struct {
	wg sync.WaitGroup
	n  int
}

func (t *tally) finish() { t.wg.Done() }

// The helper that signals is called last, or deferred first.
func (t *tally) both(work func()) int {
	t.wg.Add(2)
	go func() {
		defer t.finish()
		work()
		t.n++
	}()
	go func() {
		work()
		t.n++
		t.finish()
	}()
	t.wg.Wait()
	return t.n
}
