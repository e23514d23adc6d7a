// answer: yes
// reason: The loop ends at the first empty line, and the goroutine goes on.

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
		if line == "" {
			break
		}
	}
	return n // B
}
