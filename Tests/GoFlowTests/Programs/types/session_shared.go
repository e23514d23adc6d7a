// answer: yes
// reason: One channel object is made before the accept loop and serves all connections, so its sequence number is shared.

package p

import (
	"encoding/binary"
	"net"
)

type channel struct {
	seq uint32
}

func (c *channel) serve(conn net.Conn) {
	defer conn.Close()
	var frame [4]byte
	for {
		if _, err := conn.Read(frame[:]); err != nil {
			return
		}
		c.seq++ // A B
		binary.BigEndian.PutUint32(frame[:], c.seq)
		conn.Write(frame[:])
	}
}

func Serve(ln net.Listener) error {
	ch := &channel{}
	for {
		c, err := ln.Accept()
		if err != nil {
			return err
		}
		go ch.serve(c)
	}
}
