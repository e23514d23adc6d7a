// answer: no (joined)
// reason: Finish waits for every function that Start has started, and the total is read after it.

package p

import "sync"

type squad struct {
	wg sync.WaitGroup
}

func (t *squad) Start(f func()) {
	t.wg.Add(1)
	go func() {
		defer t.wg.Done()
		f()
	}()
}

func (t *squad) Finish() { t.wg.Wait() }

type part struct{ bytes int }

func Upload(urls []string, put func(string) int) (int, []part) {
	var t squad
	parts := make([]part, len(urls))
	for i, u := range urls {
		t.Start(func() {
			parts[i].bytes = put(u) // A
		})
	}
	t.Finish()
	total := 0
	for i := range parts {
		total += parts[i].bytes // B
	}
	return total, parts
}
