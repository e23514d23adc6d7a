// race: ok_copied_under_lock.go

package example

import "sync"

type Tail struct {
	sync.Mutex
	lines []string
}

func Follow(in <-chan string) *Tail {
	t := &Tail{}
	go func() {
		for line := range in {
			if line == "" {
				continue
			}
			t.lines = append(t.lines, line) // want "only `.*Tail..Count` holds `Tail.Mutex`"
		}
	}()
	return t
}

func (t *Tail) Count() int {
	t.Lock()
	defer t.Unlock()
	return len(t.lines)
}
