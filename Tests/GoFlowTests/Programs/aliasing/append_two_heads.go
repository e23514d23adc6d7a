// answer: yes
// reason: Both appends start at the same base and may write the same spare element, and the first result is already being read by the drain.

package p

import "strings"

type tagSink struct {
	ch   chan []string
	size int
}

func NewTagSink() *tagSink {
	s := &tagSink{ch: make(chan []string, 8)}
	go s.drain()
	return s
}

func (s *tagSink) drain() {
	for tags := range s.ch {
		s.size += len(strings.Join(tags, ",")) // A
	}
}

func EmitPair(s *tagSink, base []string, left, right string) int {
	first := append(base, left)
	s.ch <- first
	second := append(base, right) // B
	return len(second)
}
