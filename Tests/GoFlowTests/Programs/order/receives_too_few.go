// answer: yes
// reason: Two goroutines are started but only one signal is received, so the other one may still be writing its half.

package p

func fill(part []byte, v byte, done chan<- struct{}) {
	for i := range part {
		part[i] = v // A
	}
	done <- struct{}{}
}

func Paint(size int) byte {
	canvas := make([]byte, size)
	done := make(chan struct{}, 2)
	go fill(canvas[:size/2], 1, done)
	go fill(canvas[size/2:], 2, done)
	<-done
	var sum byte
	for _, c := range canvas { // B
		sum += c
	}
	return sum
}
