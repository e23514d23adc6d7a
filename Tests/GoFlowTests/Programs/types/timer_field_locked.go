// answer: no (locked)
// reason: The constructor holds the mutex while it assigns the timer, and the callback takes it before it reads the field.

package p

import (
	"sync"
	"time"
)

type Pulse struct {
	mu    sync.Mutex
	every time.Duration
	timer *time.Timer
	beat  func() bool
}

func StartPulse(every time.Duration, beat func() bool) *Pulse {
	p := &Pulse{every: every, beat: beat}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.timer = time.AfterFunc(every, p.fire) // A
	return p
}

func (p *Pulse) fire() {
	if !p.beat() {
		return
	}
	p.mu.Lock()
	p.timer.Reset(p.every) // B
	p.mu.Unlock()
}
