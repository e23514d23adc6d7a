// answer: yes
// reason: json.RawMessage(buf) only changes the type of the slice, so the queued message is the buffer that is filled again.

package p

import (
	"encoding/json"
	"net"
)

type datagram struct {
	from net.Addr
	body json.RawMessage
}

func Decode(in <-chan datagram, got func(map[string]any)) {
	for d := range in {
		var v map[string]any
		if json.Unmarshal(d.body, &v) == nil { // A
			got(v)
		}
	}
}

func Receive(pc net.PacketConn, got func(map[string]any)) error {
	in := make(chan datagram, 8)
	defer close(in)
	go Decode(in, got)
	buf := make([]byte, 2048)
	for {
		n, from, err := pc.ReadFrom(buf) // B
		if err != nil {
			return err
		}
		in <- datagram{from: from, body: json.RawMessage(buf[:n])}
	}
}
