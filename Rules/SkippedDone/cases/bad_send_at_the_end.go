package example

import "net"

func serveOne(ln net.Listener) {
	served := make(chan bool)
	go func() {
		conn, err := ln.Accept()
		if err != nil {
			println(err.Error())
			return
		}
		conn.Close()
		served <- true // want "`served <- true` is left out by an early return, so `<-served` waits"
	}()
	<-served
}
