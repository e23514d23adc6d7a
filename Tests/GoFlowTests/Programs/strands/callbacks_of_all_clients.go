// answer: yes
// reason: The functions of all clients share one variable, and each client has a goroutine that calls its own.

package p

import "sync"

type client struct {
	start func()
	stop  func()
	done  int
}

func Many(n int) {
	clients := make([]client, n)
	waiting := 0
	for i := range clients {
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
