package example

import (
	"sync"
	"time"
)

type Limiter struct {
	mu   sync.Mutex
	rate int
}

func NewLimiter(rate int, tokens chan<- struct{}) *Limiter {
	l := &Limiter{rate: rate}
	go l.fill(tokens)
	return l
}

func (l *Limiter) fill(tokens chan<- struct{}) {
	for {
		l.mu.Lock()
		rate := l.rate
		l.mu.Unlock()
		time.Sleep(time.Second / time.Duration(rate))
		tokens <- struct{}{}
	}
}

func (l *Limiter) SetRate(rate int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.rate = rate
}
