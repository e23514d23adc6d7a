// answer: yes
// reason: What Retain gives releases the lock before the data is used.

package p

import "sync"

type File struct {
	refs sync.RWMutex
	data []byte
}

func nop() {}

// Retain keeps the file open until what it gives is called.
func (f *File) Retain() func() {
	if f != nil {
		f.refs.RLock()
		return f.refs.RUnlock
	}
	return nop
}

func (f *File) Close() {
	f.refs.Lock()
	defer f.refs.Unlock()
	f.data = nil // A
}

func (f *File) Size() int {
	release := f.Retain()
	release()
	return len(f.data) // B
}

func run(f *File) {
	go f.Close()
	go f.Size()
}
