// answer: no (handed-over)
// reason: The writer gives the buffer back once it has written it, and nobody else does.

package p

import "sync"

type event struct{ payload *[512]byte }

type sink struct {
	pool   sync.Pool
	events chan event
}

func NewSink(write func([]byte)) *sink {
	s := &sink{events: make(chan event, 16)}
	s.pool.New = func() any { return new([512]byte) }
	go func() {
		for e := range s.events {
			write(e.payload[:1]) // A
			s.pool.Put(e.payload)
		}
	}()
	return s
}

func (s *sink) Emit(level byte) {
	buf := s.pool.Get().(*[512]byte)
	buf[0] = level // B
	s.events <- event{payload: buf}
}
