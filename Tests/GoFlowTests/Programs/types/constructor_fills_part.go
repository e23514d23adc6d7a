// answer: no (before-start)
// reason: The constructor of the part fills its map before anybody has the part; the goroutine of the whole starts afterwards.

package p

type Whole struct {
	part *part
	stop chan struct{}
}

type part struct {
	names map[string]int
}

func NewWhole(names []string) *Whole {
	w := &Whole{part: newPart(names), stop: make(chan struct{})}
	return w
}

func newPart(names []string) *part {
	p := &part{names: map[string]int{}}
	p.fill(names)
	return p
}

func (p *part) fill(names []string) {
	for i, name := range names {
		p.names[name] = i // A
	}
}

func (p *part) count() int {
	return p.names["all"] // B
}

func (w *Whole) Start(out chan<- int) {
	go func() {
		for {
			select {
			case <-w.stop:
				return
			case out <- w.part.count():
			}
		}
	}()
}
