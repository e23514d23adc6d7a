// answer: no (joined)
// reason: where the goroutine does not signal the program ends
package example

import "log"

func Count(names <-chan string) int {
	count := 0
	done := make(chan struct{})
	go func() {
		for name := range names {
			count++ // A
			if name == "" {
				log.Fatal("no name")
			}
		}
		close(done)
	}()
	<-done
	return count // B
}
