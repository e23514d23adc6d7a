package example

import "time"

// The goroutine watches what changes: a copy would show the beginning for ever.
func Run(steps []func()) {
	done := make([]bool, len(steps))
	go func() {
		for range time.Tick(time.Second) {
			println(done[0]) // want "`done` is shared with a goroutine without a copy"
		}
	}()
	for i, step := range steps {
		step()
		done[i] = true
	}
}
