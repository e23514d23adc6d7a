package example

import "time"

type Ticker struct {
	period time.Duration
	name   string
	out    chan string
}

func NewTicker(name string) *Ticker {
	t := &Ticker{out: make(chan string)}
	t.name = name
	t.period = time.Second
	go t.run()
	return t
}

func (t *Ticker) run() {
	for range time.Tick(t.period) {
		t.out <- t.name
	}
}

func (t *Ticker) Name() string { return t.name }
