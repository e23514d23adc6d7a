// answer: yes
// reason: The goroutine gives the lock back between its look and its write.

package p

import (
	"errors"
	"sync"
)

var errStopped = errors.New("stopped")

type feed struct {
	mu    sync.Mutex
	lines []string
	err   error
}

func (f *feed) start(next func() (string, error)) {
	go func() {
		for {
			line, err := next()
			f.mu.Lock()
			if err != nil {
				isFirst := f.err == nil
				f.mu.Unlock()
				f.mu.Lock()
				if isFirst {
					f.err = err // A
				}
				f.mu.Unlock()
				return
			}
			f.lines = append(f.lines, line)
			f.mu.Unlock()
		}
	}()
}

func (f *feed) stop() {
	f.mu.Lock()
	if f.err == nil {
		f.err = errStopped
	}
	f.mu.Unlock()
}

func (f *feed) check() error {
	if f.err != nil && f.err != errStopped { // B
		return f.err
	}
	return nil
}

func Follow(next func() (string, error), wait func()) error {
	f := &feed{}
	f.start(next)
	wait()
	f.stop()
	return f.check()
}
