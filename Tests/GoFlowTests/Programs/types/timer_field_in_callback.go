// answer: yes
// reason: The callback may run before the assignment of the timer field is finished, and it reads that field to rearm it.

package p

import "time"

type Heartbeat struct {
	every time.Duration
	beat  func() bool
	timer *time.Timer
}

func StartHeartbeat(every time.Duration, beat func() bool) *Heartbeat {
	h := &Heartbeat{every: every, beat: beat}
	h.timer = time.AfterFunc(every, h.fire) // A
	return h
}

func (h *Heartbeat) fire() {
	if h.beat() {
		h.timer.Reset(h.every) // B
	}
}
