// answer: no (distinct-elements)
// reason: The goroutines get the addresses of two different elements of the array.

package p

import "time"

type lap struct {
	begun time.Time
	took  time.Duration
}

func (l *lap) run(work func()) {
	l.begun = time.Now()
	work()
	l.took = time.Since(l.begun) // A B
}

func Compare(left, right func()) (faster int) {
	var laps [2]lap
	done := make(chan struct{}, 2)
	go func() {
		laps[0].run(left)
		done <- struct{}{}
	}()
	go func() {
		laps[1].run(right)
		done <- struct{}{}
	}()
	<-done
	<-done
	if laps[1].took < laps[0].took {
		return 1
	}
	return 0
}
