// answer: no (joined)
// reason: What comes out of the channel is the error or the end, and both come after the connection.

package p

import "net"

func Accept(lis net.Listener) net.Conn {
	failed := make(chan error)
	var c net.Conn
	go func() {
		var err error
		if c, err = lis.Accept(); err != nil { // A
			failed <- err
		}
		close(failed)
	}()
	if err := <-failed; err != nil {
		return nil
	}
	println(c != nil) // B
	return c
}
