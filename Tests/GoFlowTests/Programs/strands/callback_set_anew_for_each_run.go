// answer: no (other-memory)
// reason: Whichever of the callbacks a worker calls it hands over a cursor that it made itself, and it calls them one after the other.

package p

import "sync"

type cursor struct{ at int }

type feed struct {
	ready   bool
	convert func(c *cursor)
	in      chan int
}

func (f *feed) step(c *cursor) {
	c.at++ // A B
}

func (f *feed) work() {
	for range f.in {
		c := &cursor{}
		f.convert(c)
	}
}

func (f *feed) run(n int) {
	if !f.ready {
		f.convert = f.step
	}
	var wg sync.WaitGroup
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f.work()
		}()
	}
	wg.Wait()
}

func Use() {
	f := &feed{in: make(chan int)}
	f.run(2)
	f.run(3)
	f.run(4)
}
