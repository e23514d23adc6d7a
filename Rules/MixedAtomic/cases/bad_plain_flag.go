// race: ok_stopped_first.go

package example

import "sync/atomic"

type Loop struct {
	step    func()
	stopped int32
}

func Start(step func()) *Loop {
	l := &Loop{step: step}
	go l.run()
	return l
}

func (l *Loop) run() {
	for l.stopped == 0 { // want "field `Loop.stopped` is used through sync/atomic"
		l.step()
	}
}

func (l *Loop) Stop() { atomic.StoreInt32(&l.stopped, 1) }
