// answer: yes
// reason: Close says that nothing is open while the goroutine may still ring: it does not wait for its end.

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
	defer d.mu.Unlock()
	if d.quit != nil {
		return
	}
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
	d.mu.Lock()
	d.quit = nil
	d.mu.Unlock()
}

func Twice() {
	d := new(Door)
	d.Open()
	d.Close()
	d.Open()
}
