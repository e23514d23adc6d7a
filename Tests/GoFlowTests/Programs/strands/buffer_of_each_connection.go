// answer: no (other-memory)
// reason: The helper is one function value for all connections, and each of them hands it a buffer of its own.

package p

import "net"

func Serve(ln net.Listener, rounds int) {
	receive := func(c net.Conn, buf []byte) bool {
		n, err := c.Read(buf)                     // A
		return err == nil && n > 0 && buf[0] != 0 // B
	}
	go func() {
		for {
			c, err := ln.Accept()
			if err != nil {
				break
			}
			go func(c net.Conn) {
				defer c.Close()
				var buf [512]byte
				for m := 0; m < rounds; m++ {
					if !receive(c, buf[:]) {
						break
					}
				}
			}(c)
		}
	}()
}
