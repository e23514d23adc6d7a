// answer: yes
// reason: The goroutine writes after it has received, when the sender may have gone on.

package p

type stove struct{ celsius float64 }

func Heat(target float64, burn func(float64) float64) float64 {
	s := &stove{}
	ready := make(chan struct{})
	go func() {
		<-ready
		s.celsius = burn(target) // A
	}()
	ready <- struct{}{}
	return s.celsius // B
}
