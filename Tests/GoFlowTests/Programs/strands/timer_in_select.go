// answer: no (one-goroutine)
// reason: The timer only sends on its channel; the warning is logged by the loop that also counts.

package p

import (
	"log"
	"time"
)

func Await(results <-chan bool) int {
	attempts := 0
	warn := time.NewTimer(time.Millisecond)
	defer warn.Stop()
	for {
		select {
		case <-warn.C:
			log.Println("still waiting after", attempts) // A
		case ok := <-results:
			attempts++ // B
			if ok {
				return attempts
			}
		}
	}
}
