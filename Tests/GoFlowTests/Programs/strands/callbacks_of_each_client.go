// answer: no (distinct-elements)
// reason: The functions of one client share a variable that the turn declares which makes them, and only the goroutine of that client calls them.

package p

import "sync"

type client struct {
	start func()
	stop  func()
	done  int
}

func Many(n int) {
	clients := make([]client, n)
	for i := range clients {
		waiting := 0
		clients[i].start = func() { waiting = n }
		clients[i].stop = func() { waiting-- } // A B
	}
	rounds(clients)
}

func rounds(clients []client) {
	var wg sync.WaitGroup
	wg.Add(len(clients))
	for i := range clients {
		go func(c *client) {
			defer wg.Done()
			for c.done < 5 {
				c.start()
				c.done++
				c.stop()
			}
		}(&clients[i])
	}
	wg.Wait()
}
