package example

type Counter struct {
	add   chan int
	query chan chan int
	total int
}

func NewCounter() *Counter {
	c := &Counter{add: make(chan int), query: make(chan chan int)}
	go c.run()
	return c
}

func (c *Counter) run() {
	for {
		select {
		case n := <-c.add:
			c.total += n
		case reply := <-c.query:
			reply <- c.total
		}
	}
}

func (c *Counter) Add(n int) { c.add <- n }

func (c *Counter) Total() int {
	reply := make(chan int)
	c.query <- reply
	return <-reply
}
