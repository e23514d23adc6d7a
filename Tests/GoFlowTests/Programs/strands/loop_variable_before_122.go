// answer: yes
// reason: In a file of Go 1.21 the loop has one variable for all iterations, which the range clause rewrites while the goroutines read it.

//go:build go1.21

package p

import "sync"

func Dial(addrs []string, dial func(string) error) []error {
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
