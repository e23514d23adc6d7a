package example

import "sync"

type Account struct {
	mu      sync.Mutex
	audit   sync.Mutex
	balance int
	lines   []int
}

func Open(deposits <-chan int) *Account {
	a := &Account{}
	go func() {
		for amount := range deposits {
			a.mu.Lock()
			a.balance += amount // want "field `Account.balance` is written with no lock that both sides hold"
			a.audit.Lock()
			a.lines = append(a.lines, amount)
			a.audit.Unlock()
			a.mu.Unlock()
		}
	}()
	return a
}

// Whoever holds the first lock waits for the second one: it must not be the other way round here.
func (a *Account) Audit() int {
	a.audit.Lock()
	defer a.audit.Unlock()
	return a.balance - len(a.lines)
}
