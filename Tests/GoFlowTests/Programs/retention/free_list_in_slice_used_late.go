// answer: yes
// reason: The frame lies in the list of free ones again, where another goroutine takes it, when its size is set back.

package p

import "sync"

type frame struct{ size int }

type Frames struct {
	mu   sync.Mutex
	free []*frame
}

func (f *Frames) get() *frame {
	f.mu.Lock()
	defer f.mu.Unlock()
	if n := len(f.free); n > 0 {
		fr := f.free[n-1]
		f.free = f.free[:n-1]
		return fr
	}
	return new(frame)
}

func (f *Frames) put(fr *frame) {
	f.mu.Lock()
	f.free = append(f.free, fr)
	f.mu.Unlock()
}

func (f *Frames) Serve(sizes <-chan int) {
	for range 2 {
		go func() {
			for n := range sizes {
				fr := f.get()
				fr.size = n // A
				f.put(fr)
				fr.size = 0 // B
			}
		}()
	}
}
