// answer: yes
// reason: The constructor starts refresh in a goroutine, which replaces the config that Current reads without a lock.

package p

import "time"

type settings struct{ limit int }

type Watcher struct {
	current *settings
	load    func() *settings
	stop    chan struct{}
}

func NewWatcher(load func() *settings) *Watcher {
	w := &Watcher{current: load(), load: load, stop: make(chan struct{})}
	go w.refresh(time.Millisecond)
	return w
}

func (w *Watcher) refresh(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			w.current = w.load() // A
		case <-w.stop:
			return
		}
	}
}

func (w *Watcher) Limit() int {
	return w.current.limit // B
}

func (w *Watcher) Close() { close(w.stop) }
