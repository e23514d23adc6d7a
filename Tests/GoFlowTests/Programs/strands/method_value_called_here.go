// answer: no (one-goroutine)
// reason: times calls the method value itself and starts nothing.

package p

type odometer struct {
	km int
}

func (o *odometer) advance() {
	o.km++ // A
}

func times(n int, f func()) {
	for range n {
		f()
	}
}

func Drive(n int) int {
	o := new(odometer)
	advance := (*odometer).advance
	times(n, func() { advance(o) })
	times(n, o.advance)
	return o.km // B
}
