package example

func Feed(out chan<- []byte, in <-chan byte) {
	line := make([]byte, 0, 80)
	for b := range in {
		line = append(line, b)
		if b == '\n' {
			out <- append([]byte(nil), line...)
			line = line[:0]
		}
	}
}

func Run(in <-chan byte) {
	lines := make(chan []byte, 4)
	go func() {
		for line := range lines {
			println(string(line))
		}
	}()
	Feed(lines, in)
	close(lines)
}
