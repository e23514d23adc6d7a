// answer: no (other-memory)
// reason: From Go 1.22 on each iteration has its own variable, and the range clause sets the next one only.

//go:build go1.22

package p

import "sync"

func DialEach(addrs []string, dial func(string) error) []error {
	var wg sync.WaitGroup
	errs := make([]error, len(addrs))
	for i, addr := range addrs { // A
		wg.Add(1)
		slot := &errs[i]
		go func() {
			*slot = dial(addr) // B
			wg.Done()
		}()
		println("dialling", i)
	}
	wg.Wait()
	return errs
}
