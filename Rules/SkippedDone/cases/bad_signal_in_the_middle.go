package example

import "net"

func greet(ln net.Listener, serve func(net.Conn)) {
	accepted := make(chan struct{})
	go func() {
		conn, err := ln.Accept()
		if err != nil {
			println(err.Error())
			return
		}
		if conn.LocalAddr() == nil {
			return
		}
		close(accepted) // want "`close.accepted.` is left out by an early return"
		serve(conn)
		conn.Close()
	}()
	<-accepted
}
