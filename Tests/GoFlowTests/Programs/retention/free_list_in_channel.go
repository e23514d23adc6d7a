// answer: no (handed-over)
// reason: What comes out of the channel of free frames nobody else has until it is put back.

package p

type frame struct{ size int }

type Frames struct{ free chan *frame }

func (f *Frames) get() *frame {
	select {
	case fr := <-f.free:
		return fr
	default:
		return new(frame)
	}
}

func (f *Frames) put(fr *frame) {
	select {
	case f.free <- fr:
	default:
	}
}

func (f *Frames) Serve(sizes <-chan int) {
	for range 2 {
		go func() {
			for n := range sizes {
				fr := f.get()
				fr.size = n // A B
				f.put(fr)
			}
		}()
	}
}
