package example

import "time"

type Draft struct{ words []string }

// known-miss: what the caller's function does with its argument is not known.
func (d *Draft) SaveLater(save func([]string)) {
	words := d.words
	time.AfterFunc(time.Second, func() {
		save(words)
	})
	words[0] = "Saving"
}
