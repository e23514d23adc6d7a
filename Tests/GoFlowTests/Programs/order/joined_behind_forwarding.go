// answer: no (joined)
// reason: Run hands the function on to run, which waits for it.

package p

import "sync"

func Run(n int, f func()) { run(n, f) }

func run(n int, f func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for range n {
			f()
		}
	}()
	wg.Wait()
}

func Count() int {
	n := 0
	Run(3, func() {
		n++ // A
	})
	return n // B
}
