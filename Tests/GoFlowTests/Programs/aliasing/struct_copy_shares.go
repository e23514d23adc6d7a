// answer: yes
// reason: Copying the struct copies the slice header only, so the archived invoice and the edited one share their lines.

package p

type line struct {
	item  string
	cents int
}

type invoice struct {
	number int
	lines  []line
}

type archive struct {
	in    chan invoice
	cents int
}

func NewArchive() *archive {
	a := &archive{in: make(chan invoice, 1)}
	go func() {
		for inv := range a.in {
			for i := range inv.lines {
				a.cents += inv.lines[i].cents // A
			}
		}
	}()
	return a
}

func Discount(a *archive, inv *invoice, percent int) {
	before := *inv
	a.in <- before
	for i := range inv.lines {
		inv.lines[i].cents -= inv.lines[i].cents * percent / 100 // B
	}
}
