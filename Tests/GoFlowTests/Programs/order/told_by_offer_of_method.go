// answer: no (before-signal)
// reason: The method offers the only value that comes out of the channel, after the goroutine counted.

package p

type link struct {
	down chan bool
}

func (l *link) shut() {
	select {
	case l.down <- true:
	default:
	}
}

func Count(names []string) int {
	l := &link{down: make(chan bool, 1)}
	n := 0
	go func() {
		defer l.shut()
		for range names {
			n++ // A
		}
	}()
	<-l.down
	return n // B
}
