package example

import (
	"bufio"
	"net"
)

type session struct {
	conn  net.Conn
	user  string
	lines int
}

func (s *session) serve() {
	defer s.conn.Close()
	in := bufio.NewScanner(s.conn)
	for in.Scan() {
		s.lines++
		if s.user == "" {
			s.user = in.Text()
		}
	}
	println(s.user, s.lines)
}

func Listen(l net.Listener) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		s := &session{conn: conn}
		go s.serve()
	}
}
