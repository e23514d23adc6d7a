// answer: yes
// reason: Stop notes a failure only where there are lines.

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
				if f.err == nil {
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
	if f.err == nil && len(f.lines) > 0 {
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
