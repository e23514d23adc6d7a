// answer: yes
// reason: Nobody holds the locker of the condition where the helper looks at what the goroutine sets.

package p

import "sync"

type feed struct {
	mu    sync.Mutex
	ready sync.Cond
	seen  int
}

func NewFeed() *feed {
	f := &feed{}
	f.ready = sync.Cond{L: &f.mu}
	return f
}

func waitFor(c *sync.Cond, stop <-chan bool, seen *int, wanted int) bool {
	stopped := false
	go func() {
		<-stop
		c.L.Lock()
		stopped = true // A
		c.Broadcast()
		c.L.Unlock()
	}()
	for *seen < wanted && !stopped { // B
		c.Wait()
	}
	return *seen >= wanted
}

func (f *feed) Await(wanted int, stop <-chan bool) bool {
	return waitFor(&f.ready, stop, &f.seen, wanted)
}
