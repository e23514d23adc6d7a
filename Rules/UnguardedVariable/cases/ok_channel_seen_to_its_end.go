package example

func Count(lines []string) int {
	progress := make(chan string, 1)
	n := 0
	go func() {
		for _, line := range lines {
			progress <- line
			n++
		}
		close(progress)
	}()
	for line := range progress {
		println(line)
	}
	return n
}
