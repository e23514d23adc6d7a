// answer: yes
// reason: Each iteration starts a goroutine and all of them add to the one captured counter.

package p

import "strings"

func CountMatches(docs []string, word string) <-chan int {
	hits := 0
	done := make(chan int, len(docs))
	for _, d := range docs {
		go func() {
			hits += strings.Count(d, word) // A B
			done <- 1
		}()
	}
	return done
}
