// answer: no (other-memory)
// reason: The append writes only beyond the length of the header that was sent, which the reader cannot see.

package p

import "strings"

type trailSink struct {
	ch   chan []string
	size int
}

func NewTrailSink() *trailSink {
	s := &trailSink{ch: make(chan []string, 8)}
	go s.drain()
	return s
}

func (s *trailSink) drain() {
	for trail := range s.ch {
		s.size += len(strings.Join(trail, "/")) // A
	}
}

func Walk(s *trailSink, root string, names []string) {
	trail := make([]string, 0, 16)
	trail = append(trail, root)
	for _, n := range names {
		s.ch <- trail
		trail = append(trail, n) // B
	}
}
