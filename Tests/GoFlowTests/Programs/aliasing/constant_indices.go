// answer: no (distinct-elements)
// reason: The goroutines write element 0 and element 1 of one slice, which are different variables.

package p

import (
	"strings"
	"sync"
)

func Both(text string) []string {
	out := make([]string, 2)
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		out[0] = strings.ToUpper(text) // A
	}()
	go func() {
		defer wg.Done()
		out[1] = strings.ToLower(text) // B
	}()
	wg.Wait()
	return out
}
