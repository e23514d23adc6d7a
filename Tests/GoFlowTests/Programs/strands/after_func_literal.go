// answer: yes
// reason: AfterFunc runs the literal in its own goroutine, which may be while the loop still counts attempts.

package p

import (
	"log"
	"time"
)

func Retry(try func() bool) int {
	attempts := 0
	time.AfterFunc(time.Millisecond, func() {
		log.Println("still trying after", attempts) // A
	})
	for {
		attempts++ // B
		if try() {
			return attempts
		}
		time.Sleep(time.Millisecond)
	}
}
