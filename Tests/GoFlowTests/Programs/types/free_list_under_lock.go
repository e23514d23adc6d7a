// answer: no (handed-over)
// reason: What is taken off the free list under the lock nobody else has until it is put back.

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

func (f *Frames) fill(fr *frame, n int) {
	fr.size = n // A B
}

func (f *Frames) Serve(sizes <-chan int) {
	for range 2 {
		go func() {
			for n := range sizes {
				fr := f.get()
				f.fill(fr, n)
				f.put(fr)
			}
		}()
	}
}
