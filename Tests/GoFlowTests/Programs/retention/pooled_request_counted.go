// answer: no (handed-over)
// reason: A request is reset fresh from the pool, before anybody else has it, and comes back when nobody uses it any more.

package p

import (
	"sync"
	"sync/atomic"
)

type request struct {
	users int32
	done  sync.WaitGroup
}

var requests = sync.Pool{New: func() any { return new(request) }}

func (r *request) reset() {
	r.users = 0 // A
}

func (r *request) use() {
	atomic.AddInt32(&r.users, 1) // B
}

func (r *request) drop() {
	if atomic.AddInt32(&r.users, -1) > 0 {
		return
	}
	requests.Put(r)
}

type Store struct{ writes chan *request }

func Open() *Store {
	s := &Store{writes: make(chan *request, 16)}
	go s.write()
	return s
}

func (s *Store) send() *request {
	r := requests.Get().(*request)
	r.reset()
	r.done.Add(1)
	r.use()
	s.writes <- r
	return r
}

func (s *Store) Set() {
	r := s.send()
	r.done.Wait()
	r.drop()
}

func (s *Store) write() {
	for r := range s.writes {
		r.use()
		r.done.Done()
		r.drop()
	}
}
