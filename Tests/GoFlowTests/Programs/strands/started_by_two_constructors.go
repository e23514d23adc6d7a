// answer: no (other-memory)
// reason: Each of the two constructors makes a ledger of its own for the goroutine that it starts.

package p

type ledger struct {
	entries map[string]int
	in      chan string
}

func newLedger() *ledger {
	return &ledger{entries: map[string]int{}, in: make(chan string)}
}

func (l *ledger) run() {
	for name := range l.in {
		l.entries[name]++ // A B
	}
}

func Open() chan<- string {
	l := newLedger()
	go l.run()
	return l.in
}

func Reopen(names []string) chan<- string {
	l := newLedger()
	for _, name := range names {
		l.entries[name] = 1
	}
	go l.run()
	return l.in
}
