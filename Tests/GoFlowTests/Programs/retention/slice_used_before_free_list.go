// answer: no (handed-over)
// reason: The buffer goes back into the channel of free ones once it was written out.

package p

import (
	"io"
	"os"
)

func Copy(src io.Reader) {
	free := make(chan []byte, 2)
	full := make(chan []byte)
	free <- make([]byte, 10)
	go func() {
		for b := range free {
			src.Read(b) // A
			full <- b
		}
	}()
	for b := range full {
		os.Stdout.Write(b) // B
		free <- b
	}
}
