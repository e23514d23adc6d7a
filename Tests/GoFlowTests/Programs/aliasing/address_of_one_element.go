// answer: yes
// reason: Both goroutines get the address of the last element, by two different names.

package p

import "time"

type leg struct {
	begun time.Time
	took  time.Duration
}

func (l *leg) run(work func()) {
	l.begun = time.Now()
	work()
	l.took += time.Since(l.begun) // A B
}

func Trip(legs []leg, out, home func()) time.Duration {
	done := make(chan struct{}, 2)
	last := &legs[len(legs)-1]
	go func() {
		last.run(out)
		done <- struct{}{}
	}()
	tail := legs[len(legs)-1:]
	go func() {
		tail[0].run(home)
		done <- struct{}{}
	}()
	<-done
	<-done
	return last.took
}
