// answer: no (before-start)
// reason: The option is called before the constructor starts the goroutine that reads what it sets.

package p

type config struct{ interval int }

type poller struct{ config *config }

func newPoller(option func(*config)) *poller {
	c := &config{interval: 10}
	if option != nil {
		option(c)
	}
	p := &poller{config: c}
	go p.loop()
	return p
}

func (p *poller) loop() {
	for {
		print(p.config.interval) // A
	}
}

func Fast() *poller {
	return newPoller(func(c *config) {
		c.interval = 1 // B
	})
}
