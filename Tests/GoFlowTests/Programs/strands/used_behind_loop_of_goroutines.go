// answer: yes
// reason: The second loop reads all lanes while the goroutines of the first one still run.

package p

type lane struct{ cars int }

func Open() int {
	lanes := []*lane{{cars: 1}, {cars: 2}}
	for _, l := range lanes {
		go func(l *lane) {
			l.cars++ // A
		}(l)
	}
	return lanes[0].cars // B
}
