package cases

import "sync"

type bar struct {
	stop sync.Once
	quit chan struct{}
	done bool
}

// quit asks the refresher to stop: it is no announcement.
func (b *bar) finish() {
	b.stop.Do(func() {
		close(b.quit)
		b.done = true
	})
}

func (b *bar) refresh(draw func(bool)) {
	<-b.quit
	draw(b.done)
}
