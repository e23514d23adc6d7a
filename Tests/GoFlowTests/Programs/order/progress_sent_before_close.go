// answer: yes
// reason: The first thing that comes out of the channel says that the work began.

package p

import "net"

func Accept(lis net.Listener) net.Conn {
	steps := make(chan string)
	var c net.Conn
	go func() {
		steps <- "listening"
		c, _ = lis.Accept() // A
		close(steps)
	}()
	<-steps
	println(c != nil) // B
	return c
}
