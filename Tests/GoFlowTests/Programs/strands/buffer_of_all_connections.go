// answer: yes
// reason: The accepting goroutine makes one buffer, and all connections hand it to the helper.

package p

import "net"

func Serve(ln net.Listener, rounds int) {
	receive := func(c net.Conn, buf []byte) bool {
		n, err := c.Read(buf)                     // A
		return err == nil && n > 0 && buf[0] != 0 // B
	}
	go func() {
		var buf [512]byte
		for {
			c, err := ln.Accept()
			if err != nil {
				break
			}
			go func(c net.Conn) {
				defer c.Close()
				for m := 0; m < rounds; m++ {
					if !receive(c, buf[:]) {
						break
					}
				}
			}(c)
		}
	}()
}
