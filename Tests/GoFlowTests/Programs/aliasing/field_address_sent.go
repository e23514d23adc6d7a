// answer: yes
// reason: The channel gets the address of a field, and the field is written through the struct afterwards.

package p

type gauge struct {
	name  string
	level struct{ now, peak int }
}

func watch(levels <-chan *struct{ now, peak int }, alarm func(int)) {
	for l := range levels {
		alarm(l.peak) // A
	}
}

func Track(samples []int, alarm func(int)) {
	levels := make(chan *struct{ now, peak int }, 1)
	go watch(levels, alarm)
	g := &gauge{name: "cpu"}
	levels <- &g.level
	for _, s := range samples {
		g.level.peak = max(g.level.peak, s) // B
	}
	close(levels)
}
