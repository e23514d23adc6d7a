// answer: no (before-start)
// reason: The constructor writes the interval before it starts the goroutine that reads it, and nobody writes it later.

package p

import "time"

type Pinger struct {
	every time.Duration
	ping  func()
	stop  chan struct{}
}

func NewPinger(every time.Duration, ping func()) *Pinger {
	p := &Pinger{ping: ping, stop: make(chan struct{})}
	if every <= 0 {
		every = time.Second
	}
	p.every = every // A
	go p.loop()
	return p
}

func (p *Pinger) loop() {
	t := time.NewTicker(p.every) // B
	defer t.Stop()
	for {
		select {
		case <-t.C:
			p.ping()
		case <-p.stop:
			return
		}
	}
}

func (p *Pinger) Close() { close(p.stop) }
