// answer: no (copied)
// reason: The copied struct gets its own lines before it is archived.

package p

import "slices"

type entry struct {
	item  string
	cents int
}

type bill struct {
	number  int
	entries []entry
}

type vault struct {
	in    chan bill
	cents int
}

func NewVault() *vault {
	a := &vault{in: make(chan bill, 1)}
	go func() {
		for b := range a.in {
			for i := range b.entries {
				a.cents += b.entries[i].cents // A
			}
		}
	}()
	return a
}

func Rebate(a *vault, b *bill, percent int) {
	before := *b
	before.entries = slices.Clone(b.entries)
	a.in <- before
	for i := range b.entries {
		b.entries[i].cents -= b.entries[i].cents * percent / 100 // B
	}
}
