// answer: yes
// reason: The constructor starts a goroutine for the ledger, and Import starts another one that writes to the same map.

package p

type Ledger struct {
	entries map[string]int
	in      chan string
}

func NewLedger() *Ledger {
	l := &Ledger{entries: map[string]int{}, in: make(chan string)}
	go l.run()
	return l
}

func (l *Ledger) run() {
	for name := range l.in {
		l.entries[name]++ // A
	}
}

func (l *Ledger) Import(names []string) {
	go func() {
		for _, name := range names {
			l.entries[name] = 1 // B
		}
	}()
}
