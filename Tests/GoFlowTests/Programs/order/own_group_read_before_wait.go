// answer: yes
// reason: The total is read before Wait, while the started functions may still add to their shares of it.

package p

import "sync"

type team struct {
	wg sync.WaitGroup
}

func (t *team) Start(f func()) {
	t.wg.Add(1)
	go func() {
		defer t.wg.Done()
		f()
	}()
}

func (t *team) Finish() { t.wg.Wait() }

type share struct{ bytes int }

func Download(urls []string, get func(string) int) (int, []share) {
	var t team
	shares := make([]share, len(urls))
	for i, u := range urls {
		t.Start(func() {
			shares[i].bytes = get(u) // A
		})
	}
	total := 0
	for i := range shares {
		total += shares[i].bytes // B
	}
	t.Finish()
	return total, shares
}
