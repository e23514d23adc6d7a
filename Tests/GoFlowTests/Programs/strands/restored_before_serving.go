// answer: no (joined)
// reason: restore waits for what it starts; that each of them waits for the children's signals makes no service of it. Connect is called when it has returned.

package p

import (
	"sync"
	"time"
)

type Daemon struct {
	units map[string]*Unit
	locks map[string]bool
}

type Unit struct {
	children []string
	started  int
}

func NewDaemon(units map[string]*Unit) *Daemon {
	d := &Daemon{units: units}
	d.restore()
	return d
}

func (d *Daemon) restore() {
	up := map[string]chan struct{}{}
	for name := range d.units {
		up[name] = make(chan struct{})
	}
	var group sync.WaitGroup
	for name, unit := range d.units {
		group.Add(1)
		go func() {
			defer group.Done()
			timeout := time.NewTimer(time.Second)
			for _, child := range unit.children {
				select {
				case <-up[child]:
				case <-timeout.C:
				}
			}
			d.attach(name)
			close(up[name])
		}()
	}
	group.Wait()
}

func (d *Daemon) attach(name string) {
	if d.locks != nil { // A
		time.Sleep(time.Second)
	}
}

func (d *Daemon) Connect() {
	d.locks = map[string]bool{} // B
}
