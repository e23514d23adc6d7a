// answer: no (distinct-elements)
// reason: The part is cut off before the literal is started with it, and the last one is shorter.

package p

import "sync"

func SumAll(values []int, size int) {
	var wg sync.WaitGroup
	rest := values
	for len(rest) > 0 {
		n := size
		if n > len(rest) {
			n = len(rest)
		}
		part := rest[:n]
		rest = rest[n:]
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 1; i < len(part); i++ {
				part[i] += part[i-1] // A B
			}
		}()
	}
	wg.Wait()
}
