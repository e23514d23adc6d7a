// answer: no (joined)
// reason: Close waits until the loop has ended before it writes the rest, so nobody else uses the pending list then.

package p

import "io"

type Spooler struct {
	w       io.Writer
	in      chan string
	quit    chan struct{}
	ended   chan struct{}
	pending []string
}

func NewSpooler(w io.Writer) *Spooler {
	s := &Spooler{w: w, in: make(chan string), quit: make(chan struct{}), ended: make(chan struct{})}
	go s.loop()
	return s
}

func (s *Spooler) loop() {
	defer close(s.ended)
	for {
		select {
		case line := <-s.in:
			s.pending = append(s.pending, line) // A
			if len(s.pending) == 100 {
				s.flush()
			}
		case <-s.quit:
			return
		}
	}
}

func (s *Spooler) flush() {
	for _, line := range s.pending {
		io.WriteString(s.w, line)
	}
	s.pending = s.pending[:0]
}

func (s *Spooler) Close() int {
	close(s.quit)
	<-s.ended
	n := len(s.pending) // B
	s.flush()
	return n
}

func Copy(w io.Writer, lines []string) int {
	s := NewSpooler(w)
	for _, l := range lines {
		s.in <- l
	}
	return s.Close()
}
