// answer: no (handed-over)
// reason: The reader fills messages fresh from the pool; the collector puts a message back after its last look at it.

package p

import "sync"

type message struct{ line []byte }

var messages = sync.Pool{New: func() any { return &message{line: make([]byte, 0, 256)} }}

func newMessage() *message { return messages.Get().(*message) }

func putMessage(m *message) {
	m.reset()
	messages.Put(m)
}

func (m *message) reset() { m.line = m.line[:0] }

type stream struct{ messages chan *message }

func (s *stream) read(lines <-chan []byte) {
	for line := range lines {
		m := newMessage()
		m.line = append(m.line, line...) // A
		s.messages <- m
	}
}

func (s *stream) collect(print func(string)) {
	for m := range s.messages {
		print(string(m.line)) // B
		putMessage(m)
	}
}

func ReadNow(lines <-chan []byte) { (&stream{messages: make(chan *message, 16)}).read(lines) }

func Run(lines <-chan []byte, print func(string)) {
	s := &stream{messages: make(chan *message, 16)}
	go s.read(lines)
	go s.collect(print)
}
