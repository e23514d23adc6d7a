// answer: yes
// reason: The goroutine that reads what the option sets runs already.

package p

type config struct{ interval int }

type poller struct{ config *config }

func newPoller(option func(*config)) *poller {
	c := &config{interval: 10}
	p := &poller{config: c}
	go p.loop()
	if option != nil {
		option(c)
	}
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
