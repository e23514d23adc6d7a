package example

import "time"

type Draft struct{ words []string }

func (d *Draft) SaveLater() {
	words := d.words
	time.AfterFunc(time.Second, func() {
		for _, word := range words { // want "`words` is shared with a goroutine without a copy"
			println(word)
		}
	})
	words[0] = "Saving"
}
