// answer: yes
// reason: The copy goes into the session's one scratch slice, which the next message overwrites while the sender still reads it.

package p

import "io"

type session struct {
	out     chan []byte
	scratch []byte
}

func openSession(w io.Writer) *session {
	s := &session{out: make(chan []byte, 8), scratch: make([]byte, 0, 4096)}
	go func() {
		for msg := range s.out {
			w.Write(msg) // A
		}
	}()
	return s
}

func (s *session) write(msg []byte) {
	s.scratch = s.scratch[:len(msg)]
	copy(s.scratch, msg) // B
	s.out <- s.scratch
}

func Replay(w io.Writer, msgs [][]byte) {
	s := openSession(w)
	for _, m := range msgs {
		s.write(m)
	}
}
