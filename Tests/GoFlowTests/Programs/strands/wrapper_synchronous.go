// answer: no (one-goroutine)
// reason: The wrappers call the function where they stand; none of them starts a goroutine.

package p

import (
	"log"
	"time"
)

func timed(name string, f func()) {
	begin := time.Now()
	f()
	log.Println(name, time.Since(begin))
}

func guarded(name string, f func()) {
	timed(name, func() {
		defer func() {
			if r := recover(); r != nil {
				log.Println(name, r)
			}
		}()
		f()
	})
}

type meter struct{ last int }

func Measure(v int) int {
	m := &meter{}
	guarded("measure", func() {
		m.last = v // A
	})
	return m.last // B
}
