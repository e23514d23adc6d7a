// answer: no (distinct-elements)
// reason: The index goes through two helpers, and each goroutine has its own.

package p

import "sync"

func parallel(n int, f func(i int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f(i)
		}()
	}
	wg.Wait()
}

func each(names []string, f func(i int, name string)) {
	parallel(len(names), func(i int) { f(i, names[i]) })
}

func Lengths(names []string) []int {
	out := make([]int, len(names))
	each(names, func(i int, name string) {
		out[i] = len(name) // A B
	})
	return out
}
