// answer: yes
// reason: Each function is put into two neighbouring clients, whose goroutines call it at the same time.

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
		stop := func() { waiting-- } // A B
		clients[i].stop = stop
		clients[(i+1)%n].start = stop
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
