// answer: yes
// reason: forever gets the method value c.tick and runs it in a goroutine, while the creator reads the tick count.

package p

import "time"

type clock struct {
	ticks int
}

func (c *clock) tick() {
	c.ticks++ // A
}

func forever(f func(), pause time.Duration) {
	go func() {
		for {
			f()
			time.Sleep(pause)
		}
	}()
}

func Elapsed(work func()) int {
	c := new(clock)
	tick := c.tick
	forever(tick, time.Millisecond)
	work()
	return c.ticks // B
}
