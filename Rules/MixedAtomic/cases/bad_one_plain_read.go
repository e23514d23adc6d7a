package example

import (
	"sync"
	"sync/atomic"
)

// Log numbers its files; who rotates holds no lock for that.
type Log struct {
	mu     sync.RWMutex
	files  map[uint32]string
	newest uint32
}

func (l *Log) Rotate(name string) uint32 {
	id := atomic.AddUint32(&l.newest, 1)
	l.mu.Lock()
	l.files[id] = name
	l.mu.Unlock()
	return id
}

func (l *Log) Current() string {
	id := atomic.LoadUint32(&l.newest)
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.files[id]
}

func (l *Log) Read(id uint32) string {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if id == l.newest { // want "newest"
		return ""
	}
	return l.files[id]
}
