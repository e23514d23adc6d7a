// answer: no (joined)
// reason: The loop ends when the channel is closed, after the last write, whatever was sent before.

package p

func Count(lines []string) int {
	progress := make(chan string, 1)
	n := 0
	go func() {
		for _, line := range lines {
			progress <- line
			n++ // A
		}
		close(progress)
	}()
	for line := range progress {
		println(line)
	}
	return n // B
}
