// answer: no (distinct-elements)
// reason: what is appended under the lock lies behind all that was ever taken out of the field
package example

import "sync"

type Log struct {
	mu    sync.Mutex
	lines []string
}

func (l *Log) Add(lines []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	all := l.lines
	for _, line := range lines {
		if line != "" {
			all = append(all, line) // A
		}
	}
	l.lines = all
}

func (l *Log) Start(stop <-chan struct{}) {
	go func() {
		for {
			select {
			case <-stop:
				return
			default:
				l.mu.Lock()
				lines := l.lines
				l.mu.Unlock()
				for i := range lines {
					print(lines[i]) // B
				}
			}
		}
	}()
}
