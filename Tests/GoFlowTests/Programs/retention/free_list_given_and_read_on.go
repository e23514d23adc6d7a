// answer: yes
// reason: A reader goes on reading the buffer that it gave back, which a writer may have taken.

package p

import "sync"

type spares struct {
	mu   sync.Mutex
	free [][]byte
}

func (s *spares) take() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	last := len(s.free) - 1
	if last < 0 {
		return make([]byte, 512)
	}
	taken := s.free[last]
	s.free = s.free[:last]
	return taken
}

func (s *spares) give(buf []byte) {
	s.mu.Lock()
	s.free = append(s.free, buf)
	s.mu.Unlock()
}

type part struct {
	buf []byte
	at  int
}

type Reader struct {
	mu    sync.Mutex
	spare *spares
	ready chan *part
	cur   *part
}

func (r *Reader) next() bool {
	if r.cur == nil || r.cur.at >= len(r.cur.buf) {
		if r.cur != nil {
			r.spare.give(r.cur.buf)
		}
		p, ok := <-r.ready
		if !ok {
			return r.cur != nil
		}
		r.cur = p
	}
	return true
}

func (r *Reader) Read(to []byte) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.next() {
		return 0
	}
	n := copy(to, r.cur.buf[r.cur.at:]) // B
	r.cur.at += n
	return n
}

func Start(fill func([]byte)) *Reader {
	r := &Reader{spare: &spares{}, ready: make(chan *part, 4)}
	go func() {
		for {
			buf := r.spare.take()
			buf[0] = 1 // A
			r.ready <- &part{buf: buf}
		}
	}()
	return r
}
