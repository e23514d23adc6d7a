// answer: yes
// reason: The deferred Put gives the buffer back while the writer still has its bytes.

package p

import "sync"

type event struct{ payload []byte }

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
			e.payload[0]++
		}
	}()
	return s
}

func (s *sink) Emit(level byte) {
	buf := s.pool.Get().(*[512]byte)
	defer s.pool.Put(buf)
	buf[0] = level // B
	s.events <- event{payload: buf[:]}
}
