package cases

import "sync"

type ledger struct {
	mu      sync.Mutex
	wg      sync.WaitGroup
	entries []string
}

// The lock is held over both on one way only.
func (l *ledger) write(entry string, careful bool) {
	if careful {
		l.mu.Lock()
		defer l.mu.Unlock()
	}
	l.wg.Done() // want "`l.wg.Done\(\)` announces completion before the change of `l.entries`"
	l.entries = append(l.entries, entry)
}

func (l *ledger) Entries() []string {
	l.wg.Add(1)
	go l.write("first", false)
	l.wg.Wait()
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.entries
}
