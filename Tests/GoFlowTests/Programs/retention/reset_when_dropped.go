// answer: no (handed-over)
// reason: The frame is reset only in the branch where it was not sent.

package p

type video struct {
	pixels []byte
}

func (v *video) reset() {
	for i := range v.pixels {
		v.pixels[i] = 0 // A
	}
}

func show(frames <-chan *video, sum chan<- int) {
	n := 0
	for f := range frames {
		for _, px := range f.pixels { // B
			n += int(px)
		}
	}
	sum <- n
}

func Record(capture func(*video), count int) int {
	frames, sum := make(chan *video, 1), make(chan int)
	go show(frames, sum)
	next := &video{pixels: make([]byte, 640)}
	for i := 0; i < count; i++ {
		capture(next)
		select {
		case frames <- next:
			next = &video{pixels: make([]byte, 640)}
		default:
			next.reset()
		}
	}
	close(frames)
	return <-sum
}
