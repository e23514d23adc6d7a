package example

import "time"

type point struct{ x, y int }

// known-miss: the write of a whole struct is not compared with uses of its fields.
func Follow(next func() point) {
	var at point
	go func() {
		for range time.Tick(time.Second) {
			println(at.x, at.y)
		}
	}()
	for {
		at = next()
	}
}
