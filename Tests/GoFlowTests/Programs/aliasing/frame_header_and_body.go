// answer: no (distinct-elements)
// reason: The header is the first eight bytes of the frame and the body what comes after them.

package p

import "encoding/binary"

func seal(body []byte, key byte, done chan<- struct{}) {
	for i := range body {
		body[i] ^= key // A
	}
	done <- struct{}{}
}

func Frame(payload []byte, seq uint64, key byte) []byte {
	frame := make([]byte, 8+len(payload))
	copy(frame[8:], payload)
	done := make(chan struct{})
	go seal(frame[8:], key, done)
	binary.BigEndian.PutUint64(frame[:8], seq) // B
	<-done
	return frame
}
