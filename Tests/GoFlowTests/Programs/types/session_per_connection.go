// answer: no (other-memory)
// reason: Every connection gets a session of its own, so the sequence numbers are different variables.

package p

import (
	"encoding/binary"
	"net"
)

type session struct {
	conn net.Conn
	seq  uint32
}

func (s *session) serve() {
	defer s.conn.Close()
	var frame [4]byte
	for {
		if _, err := s.conn.Read(frame[:]); err != nil {
			return
		}
		s.seq++ // A B
		binary.BigEndian.PutUint32(frame[:], s.seq)
		s.conn.Write(frame[:])
	}
}

func Serve(ln net.Listener) error {
	for {
		c, err := ln.Accept()
		if err != nil {
			return err
		}
		s := &session{conn: c}
		go s.serve()
	}
}
