package example

import "net"

type packet struct {
	from    net.Addr
	payload []byte
}

func receive(conn net.PacketConn, count int) []*packet {
	var packets []*packet
	buf := make([]byte, 1500)
	for len(packets) < count {
		n, from, err := conn.ReadFrom(buf)
		if err != nil {
			break
		}
		packets = append(packets, &packet{from: from, payload: buf[:n]}) // want "`buf.:n.` is kept in each turn"
	}
	return packets
}
