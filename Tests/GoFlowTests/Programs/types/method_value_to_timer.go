// answer: yes
// reason: time.AfterFunc runs the method value expire in its own goroutine beside Touch.

package p

import "time"

type Lease struct {
	name    string
	expired bool
	timer   *time.Timer
}

func Acquire(name string, ttl time.Duration) *Lease {
	l := &Lease{name: name}
	l.timer = time.AfterFunc(ttl, l.expire)
	return l
}

func (l *Lease) expire() {
	l.expired = true // A
}

func (l *Lease) Touch(ttl time.Duration) bool {
	if l.expired { // B
		return false
	}
	return l.timer.Reset(ttl)
}
