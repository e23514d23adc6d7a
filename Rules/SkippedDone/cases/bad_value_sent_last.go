package example

import "net"

func readOne(ln net.Listener) []byte {
	texts := make(chan []byte)
	go func() {
		conn, err := ln.Accept()
		if err != nil {
			println(err.Error())
			return
		}
		defer conn.Close()
		text := make([]byte, 64)
		n, _ := conn.Read(text)
		texts <- text[:n] // want "`texts <- text\[:n\]` is left out by an early return, so `<-texts` waits"
	}()
	return <-texts
}
