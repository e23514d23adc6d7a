// answer: yes
// reason: Both goroutines lock, but each locks its own account's mutex while they share one ledger.

package p

import "sync"

type ledger struct {
	lines []string
}

type account struct {
	mu  sync.Mutex
	led *ledger
}

func (a *account) post(line string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.led.lines = append(a.led.lines, line) // A B
}

func Settle() int {
	led := &ledger{}
	alice, bob := &account{led: led}, &account{led: led}
	var wg sync.WaitGroup
	for _, acc := range []*account{alice, bob} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			acc.post("settled")
		}()
	}
	wg.Wait()
	return len(led.lines)
}
