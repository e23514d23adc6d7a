// answer: yes
// reason: Open gives the lock back between its look and listen: two of its callers may come to listen.

package p

import "sync"

type Door struct {
	mu   sync.Mutex
	wg   sync.WaitGroup
	quit chan struct{}
	bell *int
}

func (d *Door) Open() {
	d.mu.Lock()
	isOpen := d.quit != nil
	d.mu.Unlock()
	if isOpen {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.quit = make(chan struct{})
	d.listen()
}

func (d *Door) listen() {
	d.bell = new(int) // A
	d.wg.Add(1)
	go func() {
		defer d.wg.Done()
		for {
			select {
			case <-d.quit:
				return
			default:
				*d.bell++ // B
			}
		}
	}()
}

func (d *Door) Close() {
	d.mu.Lock()
	close(d.quit)
	d.mu.Unlock()
	d.wg.Wait()
	d.mu.Lock()
	d.quit = nil
	d.mu.Unlock()
}

func Twice() {
	d := new(Door)
	go d.Open()
	d.Open()
	d.Close()
}
