// answer: yes
// reason: The frame is back on the free list, where another goroutine takes it, when its size is set.

package p

import "sync"

type frame struct {
	next *frame
	size int
}

type Frames struct {
	mu   sync.Mutex
	free *frame
}

func (f *Frames) get() *frame {
	f.mu.Lock()
	defer f.mu.Unlock()
	fr := f.free
	if fr == nil {
		return &frame{}
	}
	f.free = fr.next
	return fr
}

func (f *Frames) put(fr *frame) {
	f.mu.Lock()
	defer f.mu.Unlock()
	fr.next = f.free
	f.free = fr
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
