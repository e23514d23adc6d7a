// answer: yes
// reason: With a buffer of one the send returns at once, whether or not the goroutine has come to its receive.

package p

type freezer struct {
	celsius float64
}

func Chill(target float64, cool func(float64) float64) float64 {
	f := &freezer{}
	ready := make(chan struct{}, 1)
	go func() {
		f.celsius = cool(target) // A
		<-ready
	}()
	ready <- struct{}{}
	return f.celsius // B
}
