// answer: yes
// reason: All workers hand the one cursor of the feed over to whichever of the callbacks they call.

package p

import "sync"

type cursor struct{ at int }

type feed struct {
	ready   bool
	convert func(c *cursor)
	in      chan int
	all     *cursor
}

func (f *feed) step(c *cursor) {
	c.at++ // A B
}

func (f *feed) work() {
	for range f.in {
		c := f.all
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
	f := &feed{in: make(chan int), all: &cursor{}}
	f.run(2)
	f.run(3)
	f.run(4)
}
