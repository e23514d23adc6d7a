package example

import (
	"sync"
	"sync/atomic"
)

// Log is rotated under the lock; who holds it needs no atomic to read.
type Log struct {
	mu     sync.RWMutex
	files  map[uint32]string
	newest uint32
}

func (l *Log) Rotate(name string) uint32 {
	l.mu.Lock()
	defer l.mu.Unlock()
	id := atomic.AddUint32(&l.newest, 1)
	l.files[id] = name
	return id
}

// Newest is asked without the lock.
func (l *Log) Newest() uint32 { return atomic.LoadUint32(&l.newest) }

func (l *Log) Read(id uint32) string {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if id == l.newest {
		return ""
	}
	return l.files[id]
}
