// answer: no (joined)
// reason: On an unbuffered channel the send completes only after the receive began, and the goroutine receives after its write.

package p

type boiler struct {
	celsius float64
}

func Heat(target float64, burn func(float64) float64) float64 {
	b := &boiler{}
	ready := make(chan struct{})
	go func() {
		b.celsius = burn(target) // A
		<-ready
	}()
	ready <- struct{}{}
	return b.celsius // B
}
