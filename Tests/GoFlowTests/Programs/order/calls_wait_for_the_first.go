// answer: no (joined)
// reason: Who finds the call waits until the one that made it is done.

package p

import "sync"

type call struct {
	group sync.WaitGroup
	value int
}

type Flight struct {
	mu    sync.Mutex
	calls map[string]*call
}

func (f *Flight) Do(key string, work func() int) int {
	f.mu.Lock()
	if c, ok := f.calls[key]; ok {
		f.mu.Unlock()
		c.group.Wait()
		return c.value // A
	}
	c := new(call)
	c.group.Add(1)
	f.calls[key] = c
	f.mu.Unlock()
	c.value = work() // B
	c.group.Done()
	return c.value
}
