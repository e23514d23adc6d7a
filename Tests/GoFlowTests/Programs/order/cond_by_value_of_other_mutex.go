// answer: yes
// reason: The condition is made with another mutex than the one that the caller of the helper holds.

package p

import "sync"

type feed struct {
	mu    sync.Mutex
	other sync.Mutex
	ready sync.Cond
	seen  int
}

func NewFeed() *feed {
	f := &feed{}
	f.ready = sync.Cond{L: &f.other}
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
	f.mu.Lock()
	defer f.mu.Unlock()
	return waitFor(&f.ready, stop, &f.seen, wanted)
}
