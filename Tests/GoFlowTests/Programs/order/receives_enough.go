// answer: no (joined)
// reason: One signal is received for each goroutine that was started, and each is sent after the last write.

package p

func stamp(part []byte, v byte, done chan<- struct{}) {
	for i := range part {
		part[i] = v // A
	}
	done <- struct{}{}
}

func Tile(size, parts int) byte {
	canvas := make([]byte, size*parts)
	done := make(chan struct{}, parts)
	for i := 0; i < parts; i++ {
		go stamp(canvas[i*size:(i+1)*size], byte(i), done)
	}
	for i := 0; i < parts; i++ {
		<-done
	}
	var sum byte
	for _, c := range canvas { // B
		sum += c
	}
	return sum
}
