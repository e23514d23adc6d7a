// answer: no (handed-over)
// reason: After each tick the loop counts in a new map.

package p

type counter struct{ reports chan map[string]int }

func (c *counter) loop(in <-chan string, tick <-chan int) {
	counts := map[string]int{}
	for {
		select {
		case k := <-in:
			counts[k]++ // A
		case <-tick:
			c.reports <- counts
			counts = map[string]int{}
		}
	}
}

func Watch(in <-chan string, tick <-chan int) {
	c := &counter{reports: make(chan map[string]int)}
	go c.loop(in, tick)
	for r := range c.reports {
		println(r["a"]) // B
	}
}
