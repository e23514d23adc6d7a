package example

import "time"

type Draft struct{ words []string }

func (d *Draft) SaveLater(save func([]string)) {
	words := d.words
	time.AfterFunc(time.Second, func() {
		save(words) // want "`words` is shared with a goroutine without a copy"
	})
	words[0] = "Saving"
}
