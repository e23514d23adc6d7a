// answer: no (joined)
// reason: validate returns only after its deferred Wait, so its caller reads the flags when all goroutines are over.

package p

import "sync"

func validate(lines []string, flags []bool, valid func(string) bool) {
	var wg sync.WaitGroup
	defer wg.Wait()
	for i, l := range lines {
		wg.Add(1)
		go func() {
			defer wg.Done()
			flags[i] = valid(l) // A
		}()
	}
}

func CountInvalid(lines []string, valid func(string) bool) (n int) {
	flags := make([]bool, len(lines))
	validate(lines, flags, valid)
	for _, f := range flags { // B
		if !f {
			n++
		}
	}
	return n
}
