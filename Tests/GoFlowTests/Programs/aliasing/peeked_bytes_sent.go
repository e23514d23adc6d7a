// answer: yes
// reason: Peek gives a view of the reader's buffer, which the next reads fill again.

package p

import (
	"bufio"
	"io"
)

func classify(heads <-chan []byte, kind func(byte)) {
	for h := range heads {
		kind(h[0]) // A
	}
}

func Scan(src io.Reader, kind func(byte)) error {
	heads := make(chan []byte, 1)
	go classify(heads, kind)
	r := bufio.NewReader(src)
	for {
		head, err := r.Peek(4)
		if err != nil {
			return err
		}
		heads <- head
		if _, err := r.ReadString('\n'); err != nil { // B
			return err
		}
	}
}
