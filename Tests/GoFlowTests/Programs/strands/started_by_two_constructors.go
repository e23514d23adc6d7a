// answer: no (other-memory)
// reason: Each of the two constructors makes a ledger of its own for the goroutine that it starts.

package p

type Ledger struct {
	entries map[string]int
	in      chan string
}

func newLedger() *Ledger {
	return &Ledger{entries: map[string]int{}, in: make(chan string)}
}

func (l *Ledger) run() {
	for name := range l.in {
		l.entries[name]++ // A B
	}
}

func Open() *Ledger {
	l := newLedger()
	go l.run()
	return l
}

func Reopen(names []string) *Ledger {
	l := newLedger()
	for _, name := range names {
		l.entries[name] = 1
	}
	go l.run()
	return l
}
