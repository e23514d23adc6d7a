// answer: no (handed-over)
// reason: The function that makes buffers makes another one each time, and what was given is not used any more.

package p

type buffer struct {
	lines []string
}

func newBuffer() *buffer { return &buffer{lines: make([]string, 0, 16)} }

func (b *buffer) add(line string) {
	b.lines = append(b.lines, line) // A
}

func (b *buffer) flush(total chan<- int) {
	total <- len(b.lines) // B
}

func Collect(lines <-chan string, total chan<- int) {
	b := newBuffer()
	for line := range lines {
		b.add(line)
		if len(b.lines) == 16 {
			go b.flush(total)
			b = newBuffer()
		}
	}
}
