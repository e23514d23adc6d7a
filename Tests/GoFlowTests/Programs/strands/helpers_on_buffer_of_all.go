// answer: yes
// reason: The goroutines share one buffer: one fills it while another reads it.

package p

func Echo(lines []string) {
	put := func(buf []byte) {
		buf[0] = 1 // A
	}
	get := func(buf []byte) byte {
		return buf[0] // B
	}
	buf := make([]byte, 512)
	for range lines {
		go func() {
			put(buf)
			get(buf)
		}()
	}
}
