// answer: no (locked)
// reason: The condition is a part of the struct and is made with the mutex beside it: who calls the helper holds its locker.

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
	f.mu.Lock()
	defer f.mu.Unlock()
	return waitFor(&f.ready, stop, &f.seen, wanted)
}
