// answer: no (other-memory)
// reason: The counter is declared inside the iteration, so every goroutine adds to a variable of its own.

package p

import "strings"

func CountEach(docs []string, words []string) <-chan int {
	done := make(chan int, len(docs))
	for _, d := range docs {
		hits := 0
		go func() {
			for _, w := range words {
				hits += strings.Count(d, w) // A B
			}
			done <- hits
		}()
	}
	return done
}
