// answer: yes
// reason: The result is computed by the return statement, and only then the deferred Wait runs.

package p

import "sync"

func CountValid(lines []string, valid func(string) bool) int {
	var wg sync.WaitGroup
	defer wg.Wait()
	flags := make([]bool, len(lines))
	for i, l := range lines {
		wg.Add(1)
		go func() {
			defer wg.Done()
			flags[i] = valid(l) // A
		}()
	}
	return countTrue(flags)
}

func countTrue(flags []bool) (n int) {
	for _, f := range flags { // B
		if f {
			n++
		}
	}
	return n
}
