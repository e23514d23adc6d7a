// Who ends a panic of the helper goes on, and the lock must not stay taken.
package example

import "sync"

type Tally struct {
	mu    sync.Mutex
	count int
}

type report struct{ count int }

func (t *Tally) add(n int) int {
	t.count += n // want "field `Tally.count` is written with no lock that both sides hold"
	return t.count
}

func (t *Tally) Add() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.add(1)
}

func (t *Tally) Start() {
	go func() {
		for range 1000 {
			t.Add()
		}
	}()
}

func (t *Tally) Try(use func()) (err any) {
	defer func() { err = recover() }()
	use()
	t.add(3)
	use()
	return nil
}

func New() *Tally {
	t := &Tally{}
	t.Start()
	t.Try(func() {})
	return t
}
