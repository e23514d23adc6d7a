// answer: yes
// reason: The middle is moved one down between the two slice expressions, so both parts have one element in common.

package p

func scale(part []float64, by float64) {
	for i := range part {
		part[i] *= by // A B
	}
}

func ScaleBoth(samples []float64, mid int) {
	done := make(chan struct{})
	lower := samples[:mid]
	go func() {
		scale(lower, 2)
		close(done)
	}()
	mid--
	scale(samples[mid:], 3)
	<-done
}
