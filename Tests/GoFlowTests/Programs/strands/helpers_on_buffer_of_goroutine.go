// answer: no (one-goroutine)
// reason: Both helpers are called by the goroutine that made the buffer, one after the other.

package p

func Echo(lines []string) {
	put := func(buf []byte) {
		buf[0] = 1 // A
	}
	get := func(buf []byte) byte {
		return buf[0] // B
	}
	for range lines {
		go func() {
			buf := make([]byte, 512)
			put(buf)
			get(buf)
		}()
	}
}
