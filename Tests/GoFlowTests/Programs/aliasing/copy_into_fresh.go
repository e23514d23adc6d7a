// answer: no (copied)
// reason: copy fills a slice made for this message, so the queue and the caller's slice have nothing in common.

package p

import "io"

type channelWriter struct {
	out chan []byte
}

func openChannelWriter(w io.Writer) *channelWriter {
	s := &channelWriter{out: make(chan []byte, 8)}
	go func() {
		for msg := range s.out {
			w.Write(msg) // A
		}
	}()
	return s
}

func (s *channelWriter) Write(msg []byte) (int, error) {
	own := make([]byte, len(msg))
	n := copy(own, msg)
	s.out <- own
	return n, nil
}

func Count(w io.Writer, n int) {
	s := openChannelWriter(w)
	digits := make([]byte, 4)
	for i := 0; i < n; i++ {
		digits[i%4] = byte('0' + i%10) // B
		s.Write(digits)
	}
}
