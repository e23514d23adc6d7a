// answer: yes
// reason: The picture is reset after the select whether it was sent or dropped, so it may be reset under the viewer's eyes.

package p

type picture struct {
	pixels []byte
}

func (v *picture) reset() {
	for i := range v.pixels {
		v.pixels[i] = 0 // A
	}
}

func view(frames <-chan *picture, sum chan<- int) {
	n := 0
	for f := range frames {
		for _, px := range f.pixels { // B
			n += int(px)
		}
	}
	sum <- n
}

func Film(capture func(*picture), count int) int {
	frames, sum := make(chan *picture, 1), make(chan int)
	go view(frames, sum)
	next := &picture{pixels: make([]byte, 640)}
	for i := 0; i < count; i++ {
		capture(next)
		select {
		case frames <- next:
		default:
		}
		next.reset()
	}
	close(frames)
	return <-sum
}
